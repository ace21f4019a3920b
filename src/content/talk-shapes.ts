/**
 * How headings name speakers, as data. Every shape has the groups `who` and (unless the heading is a person alone)
 * `what`; read on `narrow` text. Sure shapes first: the first whose `who` can be a name is taken.
 */

export interface Split {
  readonly form:
    | 'by'
    | 'dash'
    | 'paren'
    | 'handle'
    | 'honorific'
    | 'prefix'
    | 'colon'
    | 'quoted'
    | 'slash'
    | 'spaced'
    | 'person';
  readonly shape: RegExp;
  readonly isSure: boolean;
}

const HANDLE = String.raw`@[A-Za-z0-9_][\w-]{0,38}`;
/** `Powered by x` names no speaker. */
const VERB = '(?:powered|driven|inspired|generated|built|written|verified|caused|made|step|side)';
const SAN = String.raw`(?: ?(?:さん|氏|(?<![仕同多模異一有両各皆])様|先生|くん))`;
const QUOTED = String.raw`(?:「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”)`;
const NAME = String.raw`[^\s:「『"“@()|/][^:「『"“@|/]{0,30}?`;

const split = (form: Split['form'], shape: string, isSure: boolean): Split => ({
  form,
  shape: new RegExp(`^${shape}$`, 'diu'),
  isSure,
});

export const SPLITS: readonly Split[] = [
  split('person', `(?<who>${HANDLE}${SAN}?|${HANDLE} ?\\([^()]{1,30}\\)${SAN}?)`, true),
  split('person', String.raw`(?<who>[^\s「『:@]{1,16}(?: [^\s「『:@]{1,10})?${SAN})`, true),
  split('person', String.raw`(?<who>[^\s「『:()]{1,20} ?\(${HANDLE}\)${SAN}?)`, true),
  split('by', String.raw`(?<what>.*[\s」』"”)])by:? (?<who>${HANDLE}.{0,100})`, true),
  split('by', String.raw`(?<what>${QUOTED}) ?by:? ?(?<who>.{1,60})`, true),
  split(
    'by',
    String.raw`(?<what>.*(?<!${VERB})[\s」』"”)])by:? (?<who>[\p{Lu}\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}].{0,60}|\w*[_\d]\w*)`,
    true,
  ),
  split('by', String.raw`(?<what>.*(?<!${VERB})[\s」』"”)])by:? (?<who>.{1,60})`, false),
  split(
    'prefix',
    `(?<who>${HANDLE}(?: ?\\([^()]{1,30}\\))?${SAN}?)(?: ?[:\\-–—|/] ?| |の(?=[「『])|(?=[「『"“]))(?<what>.+)`,
    true,
  ),
  split(
    'prefix',
    String.raw`(?<who>[^\s「『:()]{1,20} ?\(${HANDLE}\)${SAN}?)(?: ?[:\-–—|/] ?| |の(?=[「『])|(?=[「『"“]))(?<what>.+)`,
    true,
  ),
  split(
    'prefix',
    `(?<who>[^\\s:()@]{1,20}(?: [^\\s:()@]{1,20})? ?${HANDLE})(?: ?\\[[^\\]]{1,30}\\])? ?: ?(?<what>.+)`,
    true,
  ),
  split('prefix', `(?<who>${NAME}${SAN})(?: ?: ?| +|の(?=[「『])|(?=[「『"“]))(?<what>.+)`, true),
  // `title - 名前 (@x)`: the sign stands before the name, and the handle in brackets behind it belongs to it.
  split(
    'dash',
    `(?<what>.*\\S)(?:\\s+[-/]\\s*|[-/]\\s+|\\s*[–—―|]\\s*)(?<who>[^-–—―|/@:()\\s][^-–—―|/@:()]{0,23}\\(${HANDLE}\\)${SAN}?)`,
    true,
  ),
  split(
    'paren',
    `(?<what>.*\\S)\\s*\\((?<who>[^()]{0,24}${HANDLE}(?:[^()]{0,30})|[^()]{1,20}${SAN})\\)${SAN}?`,
    true,
  ),
  split('paren', `(?<what>.*\\S)\\s+(?<who>[^\\s()]{1,20} ?\\(${HANDLE}\\)${SAN}?)`, true),
  split('dash', `(?<what>.*\\S)\\s*[-–—―|:、,/]\\s*(?<who>${HANDLE}.{0,40})`, true),
  // Between a title and a name the sign stands by itself: `docker-compose` and `CI/CD` are words.
  split(
    'dash',
    `(?<what>.*\\S)(?:\\s+[-/]\\s*|[-/]\\s+|\\s*[–—―|]\\s*)(?<who>[^-–—―|@:]{0,24}[\\s(]${HANDLE}.{0,40})`,
    true,
  ),
  split('honorific', `(?<what>${QUOTED}) ?(?<who>[^「」『』"]{1,40}${SAN})`, true),
  split(
    'handle',
    `(?<what>.*(?:\\S\\s+|[」』”]))(?<who>${HANDLE}${SAN}?(?:[\\s,、&]+${HANDLE}${SAN}?){0,5})`,
    true,
  ),
  split('honorific', String.raw`(?<what>.*[\s」』"”])(?:- ?)?(?<who>[^\s「」『』]{1,20}${SAN})`, true),
  split('colon', `(?<who>${NAME}) ?: ?(?<what>${QUOTED}.{0,40})`, true),
  split(
    'dash',
    String.raw`(?<what>.*\S)(?:\s+(?:--?|[–—―])\s*|\s*[-–—―]\s+|\s+@ )(?<who>[^-–—―]{1,40}?|[A-Za-z]\w*(?:-\w+){1,3})`,
    false,
  ),
  split('dash', String.raw`(?<what>.*[」』”"。!?！？]) ?[-–—―] ?(?<who>[^-–—―]{1,40}?)`, false),
  split('slash', String.raw`(?<what>.*\S)\s+/\s*(?<who>[^/]{1,40})`, false),
  split(
    'paren',
    String.raw`(?<what>.*\S)\s*\((?<who>[a-z0-9_-]{3,20}|\p{sc=Han}{1,4} ?\p{sc=Han}{0,4})\)`,
    false,
  ),
  // `title 山田 花子`: a family name and a given name.
  split('spaced', String.raw`(?<what>.*[^\s\-–—:、。,/|]) (?<who>\p{sc=Han}{1,3} \p{sc=Han}{1,3})`, false),
  split('quoted', `(?<what>${QUOTED})\\s*(?<who>${NAME})`, false),
  split('quoted', `(?<who>${NAME})\\s*(?<what>${QUOTED})`, false),
  split('colon', `(?<who>${NAME}) ?: ?(?<what>.+)`, false),
];
