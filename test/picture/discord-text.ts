/** Text in Discord's Markdown as elements, block by block. https://support.discord.com/hc/en-us/articles/210298617 */
import type { Element } from 'hast';
import type { Read } from '../discord/render/component.ts';
import { drawLine } from './discord-line.ts';
import { element } from './element.ts';

type Draw = (found: readonly string[], read: Read) => Element;

/** By how they begin; where none does, there is a paragraph. Each takes the end of its last line with it. */
const blocks: readonly (readonly [sign: RegExp, draw: Draw])[] = [
  [/^```(?:[\w+\-.#]+\n)?\n*([^\n][^]*?)\n*```(?:\n|$)/, ([, code = '']) => element('pre', code)],
  [
    /^(?: *> [^\n]*(?:\n|$))+/,
    ([quoted = ''], read) =>
      element('blockquote', ...drawText(quoted.replace(/^ *> /gm, '').replace(/\n$/, ''), read)),
  ],
  [
    /^ *(#{1,3}) +([^\n]+)(?:\n|$)/,
    ([, signs = '', title = ''], read) => element(`h${signs.length}`, ...drawLine(title, read)),
  ],
  [/^ *-# +([^\n]+)(?:\n|$)/, ([, said = ''], read) => element('small', ...drawLine(said, read))],
  [
    /^(?: *(?:[-*]|\d+\.) +[^\n]+(?:\n {2,}[^\n]+)*(?:\n|$))+/,
    ([points = ''], read) => drawList(points.trimEnd().split('\n'), read),
  ],
];

export function drawText(text: string, read: Read): Element[] {
  const drawn: Element[] = [];
  let lines: string[] = [];
  const paragraph = (): readonly Element[] =>
    lines.length === 0 ? [] : [element('p', ...drawLine(lines.join('\n'), read))];
  for (let rest = text; rest !== '';) {
    const [sign, draw] = blocks.find(([begins]) => begins.test(rest)) ?? [/^([^\n]*)(?:\n|$)/, null];
    const found = sign.exec(rest) ?? [rest];
    rest = rest.slice(found[0].length);
    if (draw === null) lines.push(found[1] ?? '');
    else {
      drawn.push(...paragraph(), draw(found, read));
      lines = [];
    }
  }
  return [...drawn, ...paragraph()];
}

const point = /^( *)(?:[-*]|(\d+)\.) +(.+)$/;

/** Points that stand as deep as the first are its fellows; what follows one and stands deeper is below it. */
function drawList(lines: readonly string[], read: Read): Element {
  const [, indent = '', number] = point.exec(lines[0] ?? '') ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const [, space, , said = ''] = point.exec(line) ?? [];
    if (space === indent) items.push([said]);
    else items.at(-1)?.push(line);
  }
  const list = element(number === undefined ? 'ul' : 'ol', ...items.map((item) => drawItem(item, read)));
  return number === undefined ? list : { ...list, properties: { start: Number(number) } };
}

function drawItem(lines: readonly string[], read: Read): Element {
  const below = lines.findIndex((line, index) => index > 0 && point.test(line));
  const own = below < 0 ? lines : lines.slice(0, below);
  const said = drawLine(own.map((line) => line.trim()).join('\n'), read);
  return element('li', ...said, ...(below < 0 ? [] : [drawList(lines.slice(below), read)]));
}
