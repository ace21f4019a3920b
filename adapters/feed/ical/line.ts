/** Content lines of iCalendar (RFC 5545 §3.1): `DTSTART;TZID=Asia/Tokyo:20270310T190000`. */

export interface Line {
  /** In capitals, like the names of the parameters. */
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  /** As it is written: what is escaped in it depends on the property. */
  readonly value: string;
}

/** What is no line of this form is left out. Lines may end in any way, and be folded anywhere. */
export function* linesOf(text: string): Generator<Line> {
  for (const written of unfolded(text)) {
    const line = readLine(written);
    if (line) yield line;
  }
}

function* unfolded(text: string): Generator<string> {
  let line = '';
  for (const [, part = ''] of text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/gu)) {
    if (part.startsWith(' ') || part.startsWith('\t')) {
      line += part.slice(1);
    } else if (part !== '') {
      yield line;
      line = part;
    }
  }
  yield line;
}

/** Colons and semicolons between quotes separate nothing. */
const HEAD = /^([\w-]+)((?:;[^":;]*(?:"[^"]*"[^":;]*)*)*):/u;
const PARAM = /;([\w-]+)=([^";]*(?:"[^"]*"[^";]*)*)/gu;

const NONE: ReadonlyMap<string, string> = new Map();

function readLine(written: string): Line | null {
  const [head, name = '', params = ''] = HEAD.exec(written) ?? [];
  if (head === undefined) return null;
  return {
    name: name.toUpperCase(),
    params: params === '' ? NONE : readParams(params),
    value: written.slice(head.length),
  };
}

const readParams = (written: string): ReadonlyMap<string, string> =>
  new Map(
    written
      .matchAll(PARAM)
      .map(([, name = '', value = '']) => [name.toUpperCase(), value.replaceAll('"', '').trim()]),
  );
