/** What is done to a text before anything else reads it. Lines keep their numbers. */

/** Images and fonts that stand in the text itself; one may be hundreds of kilobytes long. */
const DATA_ADDRESS = /data:[\w.+/-]{1,80}(?:;[\w.=-]{1,40}){0,4},[\w+/=%.-]*/gi;

/** Without BOM, with `\n` alone at the ends of lines, without NUL and without the content of `data:` addresses. */
export function normalizeSource(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replace(DATA_ADDRESS, 'data:,');
}
