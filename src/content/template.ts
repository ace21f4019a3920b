/**
 * What site generators put among Markdown: Liquid and Hugo tags, kramdown attributes, boxes and embeds of Zenn and
 * Hatena. A tag that embeds something becomes a link to it, all else vanishes. Lines keep their numbers.
 */
import { codeLines } from './code-lines.ts';
import { EMBEDS } from './slide-hosts.ts';

/** A tag longer than this is an opening brace that was never closed. */
const MAX_TAG = 4000;

const CLOSERS: Readonly<Record<string, string>> = { '{%': '%}', '{{': '}}' };

/** Text without templates, outside of code. */
export function withoutTemplates(text: string): string {
  if (!/[{@[:]/.test(text)) return text;
  const code = codeLines(text.split('\n'));
  return replaceTags(text, code)
    .split('\n')
    .map((line, index) => (code[index] ? line : lineWithout(line)))
    .join('\n');
}

function replaceTags(text: string, code: readonly boolean[]): string {
  let result = '';
  let line = 0;
  let from = 0;
  for (const { index } of text.matchAll(/\{[{%]/g)) {
    if (index < from) continue;
    const before = text.slice(from, index);
    line += newlines(before).length;
    const tag = tagAt(text, index);
    result += before;
    from = index;
    if (tag === null || code[line] || isInCodeSpan(result)) continue;
    result += replacement(tag) + newlines(tag);
    line += newlines(tag).length;
    from = index + tag.length;
  }
  return result + text.slice(from);
}

function tagAt(text: string, index: number): string | null {
  const closer = CLOSERS[text.slice(index, index + 2)] ?? '';
  const piece = text.slice(index, index + MAX_TAG);
  const end = piece.indexOf(closer, 2);
  return end < 0 ? null : piece.slice(0, end + closer.length);
}

function newlines(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function isInCodeSpan(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.split('`').length % 2 === 0;
}

/** `{% highlight js %}` is a fence; `{% include slides.html speakerdeck="u/x" %}` and `{{< youtube id >}}` are links. */
function replacement(tag: string): string {
  const inner = tag.replace(/^\{[{%][-<%]?\s*|\s*[->%]?[%}]\}$/g, '');
  const [name = '', ...rest] = inner.split(/\s+/);
  if (name === 'highlight' || name === 'endhighlight') return '```';
  const fields = Object.fromEntries(
    [...inner.matchAll(/([\w-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(([, key = '', a, b, c]) => [
      key,
      a ?? b ?? c ?? '',
    ]),
  );
  const title = (fields['title'] ?? 'Slides').replace(/[[\]]/g, '');
  return embedded(name, rest, fields)
    .map((url) => `[${title}](<${url}>)`)
    .join(' ');
}

function embedded(
  name: string,
  rest: readonly string[],
  fields: Readonly<Record<string, string>>,
): readonly string[] {
  const byHost = Object.entries(EMBEDS).flatMap(([host, address]) => {
    const value =
      fields[host] ??
      (name === host ? (fields['id'] ?? rest.find((word) => !word.includes('='))) : undefined);
    return value ? [addressOf(value.replace(/^["']|["']$/g, ''), address)] : [];
  });
  if (byHost.length > 0) return byHost;
  if (!/slide|presentation|deck/i.test(rest[0] ?? name)) return [];
  const { src = fields['url'], author, slide, id } = fields;
  if (src !== undefined) return /^https?:/.test(src) ? [src] : [];
  if (author && slide) return [`https://slide.rabbit-shocker.org/authors/${author}/${slide}/`];
  return id ? [EMBEDS['googleslides']?.(id) ?? id] : [];
}

function addressOf(value: string, address: (id: string) => string): string {
  return /^https?:\/\//.test(value) ? value : address(value);
}

/** What stands on one line, and what becomes of it. Each pattern is bounded. */
const LINE_RULES: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  [/^[ \t]*:{3,}[ \t]*[\w-]*(?:[ \t]+(?:alert|info|warn(?:ing)?))?[ \t]*$/, ''],
  // What else stands behind the kind of a box is its title.
  [/^[ \t]*:{3,}[ \t]*[\w-]*[ \t]*/, ''],
  [/^[ \t]*(?:\[\[?_?toc_?\]?\]|\{:[ \t]*toc[ \t]*\})[ \t]*$/i, ''],
  [/^([ \t]*>[ \t]*)\[!(?:note|tip|important|warning|caution)\][ \t]*$/i, '$1'],
  [/\{:[^}\n]{0,200}\}/g, ''],
  [/^([ \t]*#{1,6}.*?)[ \t]*\{[#.][^}\n]{0,120}\}[ \t]*$/, '$1'],
  [/@\[(\w{1,20})\]\(([^()\s]{1,500})\)/g, (_all, host, id) => `<${addressOf(id, EMBEDS[host] ?? String)}>`],
  [/\[(https?:\/\/[^\]\s]{1,500}?):(?:embed|title|image|cite)[^\]\n]{0,200}\]/g, '<$1>'],
  [/\[slideshare:(\d{1,12})[^\]\n]{0,80}\]/g, (_all, id) => `<${EMBEDS['slideshare']?.(id) ?? id}>`],
];

function lineWithout(line: string): string {
  if (line.length > MAX_TAG) return line;
  return LINE_RULES.reduce(
    (text, [shape, by]) => (typeof by === 'string' ? text.replace(shape, by) : text.replace(shape, by)),
    line,
  );
}
