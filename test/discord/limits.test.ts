/** What Discord refuses: every published limit, one step beyond it, and the last step before it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { DiscordAPIError, REST, Routes } from 'discord.js';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { outcome } from './client.ts';
import { times } from './sample.ts';

let discord: Discord;
let rest: REST;

beforeAll(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterAll(() => discord.stop());

const send = (body: object) => rest.post(Routes.channelMessages(discord.idOf.channel('general')), { body });
const x = (length: number): string => 'x'.repeat(length);
const url = (length: number): string => `https://example.org/${x(length - 20)}`;

const row = (...components: readonly object[]) => ({ components: [{ type: 1, components }] });
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'x', custom_id: 'id', ...more });
const option = (index: number, more: object = {}) => ({ label: 'x', value: `v${index}`, ...more });
const menu = (more: object) => ({ type: 3, custom_id: 'm', options: [option(1)], ...more });
const embed = (more: object) => ({ embeds: [more] });
const fields = (count: number, more: object = {}) => ({
  fields: times(count, () => ({ name: 'x', value: 'x', ...more })),
});
const v2 = (...components: readonly object[]) => ({ flags: 1 << 15, components });
const text = (content: string) => ({ type: 10, content });

/** What it is, how many are the most, and a message with so many. */
type Limit = readonly [what: string, max: number, make: (size: number) => object];

const limits: readonly Limit[] = [
  ['characters of content', 2000, (size) => ({ content: x(size) })],
  ['embeds', 10, (size) => ({ embeds: times(size, () => ({ title: 'x' })) })],
  ['characters of the title of an embed', 256, (size) => embed({ title: x(size) })],
  ['characters of its description', 4096, (size) => embed({ description: x(size) })],
  ['fields', 25, (size) => embed(fields(size))],
  ['characters of the name of a field', 256, (size) => embed(fields(1, { name: x(size) }))],
  ['characters of its value', 1024, (size) => embed(fields(1, { value: x(size) }))],
  ['characters of a footer', 2048, (size) => embed({ footer: { text: x(size) } })],
  ['characters of an author', 256, (size) => embed({ title: 'x', author: { name: x(size) } })],
  [
    'characters over all embeds',
    6000,
    (size) => ({ embeds: [{ description: x(4000) }, { description: x(size - 4000) }] }),
  ],
  [
    'rows',
    5,
    (size) => ({ components: times(size, (index) => row(button({ custom_id: `${index}` })).components[0]) }),
  ],
  ['buttons of a row', 5, (size) => row(...times(size, (index) => button({ custom_id: `${index}` })))],
  ['characters of a label', 80, (size) => row(button({ label: x(size) }))],
  ['characters of a custom_id', 100, (size) => row(button({ custom_id: x(size) }))],
  ['characters of an address', 512, (size) => row({ type: 2, style: 5, label: 'x', url: url(size) })],
  ['options of a menu', 25, (size) => row(menu({ options: times(size, (index) => option(index)) }))],
  ['characters of an option', 100, (size) => row(menu({ options: [option(1, { label: x(size) })] }))],
  ['characters of its value', 100, (size) => row(menu({ options: [option(1, { value: x(size) })] }))],
  [
    'characters of its description',
    100,
    (size) => row(menu({ options: [option(1, { description: x(size) })] })),
  ],
  ['characters of a placeholder', 150, (size) => row(menu({ placeholder: x(size) }))],
  ['characters of a nonce', 25, (size) => ({ content: 'x', nonce: x(size) })],
  ['components of the second kind', 40, (size) => v2(...times(size, () => text('x')))],
  ['characters over all text displays', 4000, (size) => v2(text(x(2000)), text(x(size - 2000)))],
  ['components inside others', 40, (size) => v2({ type: 17, components: times(size - 1, () => text('x')) })],
];

const wrong: readonly (readonly [what: string, body: object])[] = [
  ['an empty message', { content: '   ' }],
  ['a row of a button and a menu', row(button(), menu({}))],
  ['a custom_id twice', row(button(), button())],
  ['a button without a label', row({ type: 2, style: 2, custom_id: 'x' })],
  ['a button without a custom_id', row({ type: 2, style: 2, label: 'x' })],
  ['a link without an address', row({ type: 2, style: 5, label: 'x' })],
  ['a link with a custom_id', row(button({ style: 5, url: url(30) }))],
  ['an option twice', row(menu({ options: [option(1), option(1)] }))],
  ['a menu that takes more than it has', row(menu({ max_values: 2 }))],
  ['a field without a value', embed(fields(1, { value: ' ' }))],
  ['a text display without the flag', { components: [text('x')] }],
  ['content beside components of the second kind', { ...v2(text('x')), content: 'x' }],
  ['mentions both parsed and listed', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }],
  ['a mention listed twice', { content: 'x', allowed_mentions: { users: ['1', '1'] } }],
  ['a kind of mention that does not exist', { content: 'x', allowed_mentions: { parse: ['all'] } }],
  ['a component of no kind', { components: [{ type: 99 }] }],
  ['a number for content', { content: 1 }],
];

describe('a message', () => {
  test.each(limits)('has %s: %d and no more', async (_, max, make) => {
    expect(await outcome(send(make(max)))).toBe('ok');
    expect(await outcome(send(make(max + 1)))).toBe(50035);
  });

  test.each(wrong)('is refused for %s', async (what, body) => {
    expect(await outcome(send(body))).toBe(what === 'an empty message' ? 50006 : 50035);
  });

  test('is told where it is wrong', async () => {
    const body = { embeds: [{ title: 'x' }, { title: x(257) }], content: x(2001) };
    const error = await send(body).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect((error as DiscordAPIError).rawError).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        embeds: {
          1: {
            title: {
              _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
            },
          },
        },
      },
    });
  });

  test('with a file beyond 10 MiB is refused, and one of 10 MiB is not', async () => {
    const upload = (size: number) =>
      rest.post(Routes.channelMessages(discord.idOf.channel('general')), {
        files: [{ name: 'x.bin', data: Buffer.alloc(size) }],
      });
    expect(await outcome(upload(10 * 1024 * 1024))).toBe('ok');
    expect(await outcome(upload(10 * 1024 * 1024 + 1))).toBe(40005);
  });

  test('is the same one for the same nonce, for a few minutes', async () => {
    const body: RESTPostAPIChannelMessageJSONBody = { content: 'once', nonce: 'n', enforce_nonce: true };
    const ids = async (more: object = {}) => ((await send({ ...body, ...more })) as { id: string }).id;
    const first = await ids();
    expect(await ids({ content: 'twice' })).toBe(first);
    expect(await ids({ enforce_nonce: false })).not.toBe(first);
    discord.advance(4 * 60_000);
    expect(await ids()).not.toBe(first);
  });
});

test('all of it was noted', () => {
  expect(discord.violations.length).toBeGreaterThan(limits.length + wrong.length);
  expect(discord.violations[0]).toEqual({
    where: 'create_message',
    code: 50035,
    message: 'Invalid Form Body',
    faults: ['content: Must be 2000 or fewer in length.'],
  });
});

describe('a component that shows a file', () => {
  const shown = v2({ type: 13, file: { url: 'attachment://meetup.ics' } });
  const sendWith = (name: string) =>
    rest.post(Routes.channelMessages(discord.idOf.channel('general')), {
      body: { ...shown, attachments: [{ id: '0', filename: name }] },
      files: [{ name, data: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
    });

  test('is read as its name, once, where the file comes with the message', async () => {
    await sendWith('meetup.ics');
    expect(discord.seenBy('hanako', 'general').at(-1)).toBe('(file: meetup.ics)');
  });

  test.each(['no file', 'another file'])('is refused where %s comes with the message', async (what) => {
    const sent = what === 'no file' ? send(shown) : sendWith('other.ics');
    expect(await outcome(sent)).toBe(50035);
  });
});
