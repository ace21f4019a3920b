/** What stands in `<…>` in Slack's own markup: a link, someone, a channel, an instant. https://docs.slack.dev/messaging/formatting-message-text */
import { unescaped } from '../escape.ts';
import type { Run } from './inline.ts';

type Entity = (id: string, label: string) => Run | null;

/** By the sign or the word that it begins with. */
const entities: readonly (readonly [sign: RegExp, entity: Entity])[] = [
  [/^@([A-Z0-9]+)$/, (id, name) => ({ type: 'named', of: 'person', id, name: name.replace(/^@/, '') })],
  [/^#([A-Z0-9]+)$/, (id, name) => ({ type: 'named', of: 'channel', id, name: name.replace(/^#/, '') })],
  [
    /^!subteam\^([A-Z0-9]+)$/,
    (id, name) => ({ type: 'named', of: 'role', id, name: name.replace(/^@/, '') }),
  ],
  [/^!(here|channel|everyone)$/, (range) => ({ type: 'text', text: `@${range}` })],
  [/^!date\^(.+)$/, dateOf],
  [/^!(.+)$/, (name, label) => ({ type: 'text', text: label === '' ? `<!${name}>` : label })],
  [
    /^([a-z][a-z0-9+.-]*:.+)$/i,
    (url, label) => ({ type: 'link', url, ...(label === '' ? {} : { text: label }) }),
  ],
];

/** `null`: it is no entity, and stands for itself. */
export function entityOf(inside: string): Run | null {
  const bar = inside.indexOf('|');
  const target = unescaped(bar < 0 ? inside : inside.slice(0, bar));
  const label = bar < 0 ? '' : unescaped(inside.slice(bar + 1));
  for (const [sign, entity] of entities) {
    const [, id] = sign.exec(target) ?? [];
    if (id !== undefined) return entity(id, label);
  }
  return null;
}

/** `1392734382^{date} {time}^https://example.org`: seconds, format, and an address or none. */
function dateOf(parts: string, fallback: string): Run {
  const [seconds = '', format = '', url] = parts.split('^');
  const isDate = /^-?\d{1,12}$/.test(seconds);
  if (!isDate) return { type: 'text', text: fallback };
  return {
    type: 'date',
    timestamp: Number(seconds),
    format,
    fallback,
    ...(url === undefined ? {} : { url }),
  };
}
