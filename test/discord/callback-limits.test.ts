/** What Discord refuses as an answer to an interaction: forms, suggestions, messages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REST } from 'discord.js';
import { outcome } from './client.ts';
import { open } from './frames.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { commands, times } from './sample.ts';

let discord: Discord;
let rest: REST;

beforeAll(async () => {
  discord = await startDiscord({ commands });
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterAll(() => discord.stop());

const x = (length: number): string => 'x'.repeat(length);

/** What it is, how many are the most, and a callback with so many. */
type Limit = readonly [what: string, max: number, make: (size: number) => object];

describe('a callback', () => {
  const label = (index: number, more: object = {}, inner: object = {}) => ({
    type: 18,
    label: 'x',
    ...more,
    component: { type: 4, style: 1, custom_id: `${index}`, ...inner },
  });
  const form = (more: object = {}, components: readonly object[] = [label(1)]) => ({
    type: 9,
    data: { custom_id: 'x', title: 'x', components, ...more },
  });
  const choice = (more: object = {}) => ({ name: 'x', value: 'x', ...more });
  const suggestions = (choices: readonly object[]) => ({ type: 8, data: { choices } });

  const answers: readonly Limit[] = [
    [
      'fields of a form',
      5,
      (size) =>
        form(
          {},
          times(size, (index) => label(index)),
        ),
    ],
    ['characters of its title', 45, (size) => form({ title: x(size) })],
    ['characters of its custom_id', 100, (size) => form({ custom_id: x(size) })],
    ['characters of a label', 45, (size) => form({}, [label(1, { label: x(size) })])],
    ['characters of a hint', 100, (size) => form({}, [label(1, { description: x(size) })])],
    ['characters of what stands in a field', 4000, (size) => form({}, [label(1, {}, { value: x(size) })])],
    ['characters that may be typed', 4000, (size) => form({}, [label(1, {}, { max_length: size })])],
    ['suggestions', 25, (size) => suggestions(times(size, () => choice()))],
    ['characters of a suggestion', 100, (size) => suggestions([choice({ name: x(size) })])],
    ['characters of its value', 100, (size) => suggestions([choice({ value: x(size) })])],
    ['characters of an answer', 2000, (size) => ({ type: 4, data: { content: x(size) } })],
  ];

  /** Nobody asked: a body that is good is refused for that alone. */
  const call = (body: object) => outcome(rest.post('/interactions/1/token/callback', { body, auth: false }));

  /** Asks, and calls back like that. */
  async function ask(body: { type?: number }): Promise<unknown> {
    const frames = await open(discord);
    frames.send({ op: 2, d: { token: discord.token, intents: 0, properties: {} } });
    await frames.has(2);
    const act = { user: 'ken', channel: 'general', name: 'meetup search', options: { query: 'x' } };
    const asking = body.type === 8 ? discord.suggest({ ...act, option: 'query' }) : discord.command(act);
    await frames.has(3);
    const { id, token } = (frames.seen[2]?.d ?? {}) as Readonly<Record<string, string>>;
    const callback = `/interactions/${id}/${token}/callback` as const;
    const result = await outcome(rest.post(callback, { body, auth: false }));
    if (result !== 'ok') await rest.post(callback, { body: later(body.type), auth: false });
    await asking;
    frames.close(1000);
    return result;
  }

  /** What is right for such an interaction. */
  const later = (type?: number) => (type === 8 ? suggestions([]) : { type: 4, data: { content: 'x' } });

  test.each(answers)('has %s: %d and no more', async (_, max, make) => {
    expect(await ask(make(max))).toBe('ok');
    expect(await ask(make(max + 1))).toBe(50035);
  });

  test('to nothing is unknown', async () => {
    expect(await call(form())).toBe(10062);
  });
});
