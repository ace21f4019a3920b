/**
 * Is that well-formed XML, as far as our feeds use XML? Elements, attributes in double quotes, text, and the five entities
 * that XML knows by itself: no comments, sections, declarations of types. Whatever this small grammar takes, any parser of
 * XML takes as well.
 */

const name = String.raw`[a-z]+(?::[a-z]+)?`;
const entity = String.raw`&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);`;
const attribute = String.raw`\s+${name}="(?:[^<&"]|${entity})*"`;
const token = new RegExp(
  String.raw`<(?<open>${name})(?:${attribute})*\s*(?<empty>/?)>|</(?<close>${name})>|(?:[^<&\]]|\](?!\]>)|${entity})+`,
  'iy',
);

/** Characters that may stand in XML 1.0 at all (2.2). */
const permitted = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Where it is not; `null` if it is. */
export function malformed(document: string): string | null {
  if (!permitted.test(document)) return 'a character that XML does not have';
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/.exec(document)?.[0] ?? '';
  const open: string[] = [];
  let roots = 0;
  for (token.lastIndex = declaration.length; token.lastIndex < document.length;) {
    const at = token.lastIndex;
    const found = token.exec(document)?.groups;
    const here = document.slice(at, at + 60);
    if (found === undefined) return `no XML: ${here}`;
    const { open: opened, close, empty } = found;
    if (open.length === 0 && (opened === undefined ? here.trim() !== '' : (roots += 1) > 1))
      return `outside of the document: ${here}`;
    if (opened !== undefined && empty === '') open.push(opened);
    if (close !== undefined && open.pop() !== close) return `not open: ${here}`;
  }
  return open.length === 0 ? null : `not closed: ${open.join(', ')}`;
}
