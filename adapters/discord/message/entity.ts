/** What stands in `<…>` in Discord's Markdown: https://discord.com/developers/docs/reference#message-formatting */
import type { PhrasingContent } from 'mdast';
import { link, text, time } from '../../../src/view/build.ts';
import type { Mention, Time } from '../../../src/view/node.ts';
import { plainly, safeUrl } from '../../../src/view/safe.ts';

/** What Discord sends beside a message of those whom it mentions: their names by id. */
export type Known = ReadonlyMap<string, string>;

type Entity = (inside: RegExpExecArray, known: Known) => PhrasingContent;

const mention =
  (of: Mention['of']): Entity =>
  ([, id = ''], known) => ({ type: 'mention', of, id, name: known.get(id) ?? '' });

const named =
  (write: (name: string) => string): Entity =>
  ([, name = '']) =>
    text(plainly(write(name)));

/** How much of an instant each style shows: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const styles: Readonly<Record<string, Time['style']>> = { t: 'clock', T: 'clock', d: 'day', D: 'day' };

function instant([whole, seconds = '', style = 'f']: RegExpExecArray): PhrasingContent {
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return text(whole);
  return time(at.toISOString(), 'UTC', styles[style] ?? 'moment');
}

/** By the signs that it begins with. What is none of these is text. */
const entities: readonly (readonly [sign: RegExp, entity: Entity])[] = [
  [/^<@!?(\d{1,20})>$/, mention('person')],
  [/^<@&(\d{1,20})>$/, mention('role')],
  [/^<#(\d{1,20})>$/, mention('channel')],
  [/^<\/([^\n:<>]{1,100}):\d{1,20}>$/, named((name) => `/${name}`)],
  [/^<a?:(\w{1,32}):\d{1,20}>$/, named((name) => `:${name}:`)],
  [/^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>$/, instant],
  [/^<id:([a-z-]{1,20})(?::\d{1,20})?>$/, named((name) => `#${name}`)],
  [/^<(?:mailto:|tel:|sms:)?([^\s<>@:/]{1,64}@[^\s<>@:/]{1,255}|\+\d{5,20})>$/i, named((address) => address)],
  [/^<(https?:\/\/[^\s<>]+)>$/i, ([whole, url = '']) => addressed(url) ?? text(whole)],
];

/** An address as a link that shows it; `null` where it leads nowhere safe. */
export function addressed(url: string): PhrasingContent | null {
  const safe = safeUrl(url);
  return safe === null ? null : link(safe, safe);
}

/** `null`: it stands for itself. */
export function entityOf(source: string, known: Known): PhrasingContent | null {
  for (const [sign, entity] of entities) {
    const inside = sign.exec(source);
    if (inside !== null) return entity(inside, known);
  }
  return null;
}
