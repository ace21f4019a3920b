/** Which lines are headings: `## x`, `##x` where it was meant, a line above `----`, and `<h2>` in whatever lines. */

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly isHtml: boolean;
  /** 0-based line where it starts, and the line after it. */
  readonly line: number;
  readonly start: number;
  /** What follows an HTML heading on its last line. */
  readonly rest: string;
}

/** A line and what is known of the lines around it. */
export interface Position {
  readonly lines: readonly string[];
  readonly line: number;
  readonly inList: boolean;
  /** Does the text have headings without a space (`##x`)? Then `#x` may be one as well. */
  readonly isGluedStyle: boolean;
}

/** An HTML heading that is not closed within so many lines is not one. */
const MAX_HTML_LINES = 12;

/** Longer lines are no headings; it also bounds what the shapes below are tried on. */
const MAX_LENGTH = 1000;

/** Longer lines above a rule are prose. */
const MAX_UNDERLINED = 100;

export function headingAt(position: Position): Heading | null {
  if (textAt(position).length > MAX_LENGTH) return null;
  return atx(position) ?? glued(position) ?? setext(position) ?? html(position);
}

/** `##@name …` has no space but two signs: no hashtag. */
export function isGlued(line: string): boolean {
  return /^#{2,6}[^#\s]/.test(line) && !/^#{2,6}!/.test(line);
}

function textAt({ lines, line }: Position): string {
  return lines[line] ?? '';
}

function simple(position: Position, level: number, text: string): Heading {
  return { level, text: text.trim(), isHtml: false, line: position.line, start: position.line + 1, rest: '' };
}

function atx(position: Position): Heading | null {
  const match = /^( {0,3})(#{1,6})(?:[ \t\u3000]+(.*))?$/.exec(textAt(position));
  if (!match || (match[1] !== '' && position.inList)) return null;
  return simple(position, match[2]?.length ?? 1, unclosed(match[3] ?? ''));
}

/** Signs at the end close a heading only behind a space: `## a ##`, but `## C#`. */
function unclosed(text: string): string {
  return text.replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
}

/** `#x y` is a heading if it opens the text or others are glued too, and if not every word is a hashtag. */
function glued(position: Position): Heading | null {
  const text = textAt(position);
  const match = /^(#{1,6})([^#\s!].*)$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  if (isGlued(text)) return simple(position, match[1].length, unclosed(match[2]));
  const { lines, line, isGluedStyle } = position;
  const alone = (lines[line - 1] ?? '').trim() === '' && (lines[line + 1] ?? '').trim() === '';
  const opens = lines.slice(0, line).every((above) => above.trim() === '');
  const hasPlainWord = match[2]
    .split(/\s+/)
    .slice(1)
    .some((word) => word !== '' && !/^[#＃]\D/.test(word));
  if (!hasPlainWord || /[。.]$/.test(text) || !((opens && alone) || isGluedStyle)) return null;
  return simple(position, 1, unclosed(match[2]));
}

/** One short line that is no sentence, no list and no table, with `===` or `---` right below it. */
function setext(position: Position): Heading | null {
  const { lines, line, inList } = position;
  const underline = /^ {0,3}(={2,}|-{2,})[ \t]*$/.exec(lines[line + 1] ?? '')?.[1];
  const text = textAt(position).trim();
  if (underline === undefined || inList || text === '' || text.length > MAX_UNDERLINED) return null;
  if ((lines[line - 1] ?? '').trim() !== '' || /^[>|<![\d-]|^[*+] |\|/.test(text)) return null;
  if (underline.startsWith('-') && /[。．.、,，！!？?:：;)）]$/.test(text)) return null;
  const heading = simple(position, underline.startsWith('=') ? 1 : 2, text);
  return { ...heading, start: line + 2 };
}

function html(position: Position): Heading | null {
  const { lines, line, inList } = position;
  const level = /^[ \t]*<h([1-6])[\s>]/i.exec(textAt(position))?.[1];
  if (level === undefined || (inList && /^[ \t]/.test(textAt(position)))) return null;
  const joined = lines.slice(line, line + MAX_HTML_LINES).join('\n');
  const closing = joined.toLowerCase().indexOf(`</h${level}>`);
  const opening = joined.indexOf('>');
  if (closing < 0 || opening < 0 || opening > closing) return null;
  const taken = joined.slice(0, closing + 5);
  const last = line + taken.split('\n').length - 1;
  const rest = (lines[last] ?? '').slice((taken.split('\n').at(-1) ?? '').length);
  return {
    level: Number(level),
    text: joined.slice(opening + 1, closing).trim(),
    isHtml: true,
    line,
    start: last + 1,
    rest: rest.trim(),
  };
}
