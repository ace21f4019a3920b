/** Characters that HTML writes by name or by number. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['rarr', '→'],
  ['copy', '©'],
  ['reg', '®'],
  ['yen', '¥'],
]);

/** `&lt;&#39;&#x1f363;` → `<'🍣`. What is no character stays as it is written. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (written, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? written;
    return characterAt(hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)) ?? written;
  });

/** Control characters but tab and newline, and halves of pairs, are none. */
function characterAt(code: number): string | null {
  const isControl = code < 32 ? code !== 9 && code !== 10 : code >= 127 && code < 160;
  if (isControl || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
  return String.fromCodePoint(code);
}
