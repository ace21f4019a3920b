/** What stands in a line of Discord's Markdown as elements, by the rules of Discord's own client. */
import { markupAt } from '../adapters/discord/markup.ts';
import type { Read } from '../discord/render/component.ts';
import { element } from './element.ts';
import type { Part } from './element.ts';

type Draw = (source: string, read: Read) => Part;

/** Between marks of that length. */
const styled =
  (tag: string, length: number): Draw =>
  (source, read) =>
    element(tag, ...drawLine(source.slice(length, -length), read));

/** What Discord fills in. */
const filled =
  (name: string): Draw =>
  (source, read) =>
    element(name, read(source));

/** What the bot sends, and what people write in a scene. */
const drawings: Readonly<Record<string, Draw>> = {
  escape: (source) => source.slice(1),
  code: (source) => element('code', source.replace(/^(`+) ?([^]*?) ?\1$/, '$2')),
  address: (source) => element('a', source.slice(1, -1)),
  preview: (source) => element('a', source),
  link: (source, read) => element('a', ...drawLine(source.slice(1, source.lastIndexOf('](')), read)),
  mention: filled('span.mention'),
  time: filled('span.date'),
  strong: styled('strong', 2),
  emphasis: styled('em', 1),
  underline: styled('u', 2),
  delete: styled('s', 2),
};

/** Throws for what nobody has drawn yet: a picture leaves nothing out. */
export function drawLine(text: string, read: Read): Part[] {
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const markup = markupAt(text.slice(at));
    at += markup?.source.length ?? 1;
    if (markup === null) {
      plain += text.charAt(at - 1);
      continue;
    }
    const draw = drawings[markup.name];
    if (draw === undefined) throw new Error(`${markup.name} can not be drawn yet`);
    parts.push(plain, draw(markup.source, read));
    plain = '';
  }
  return [...parts, plain].filter((part) => part !== '');
}
