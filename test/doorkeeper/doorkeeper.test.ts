/** The simulator keeps Doorkeeper's rules: https://www.doorkeeper.jp/developer/api */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Doorkeeper } from './index.ts';
import { doorkeeperEvent, startDoorkeeper } from './index.ts';

let doorkeeper: Doorkeeper;
let now = Date.parse('2027-03-01T00:00:00Z');

beforeEach(async () => {
  const past = { starts_at: '2027-02-01T10:00:00.000Z', ends_at: '2027-02-01T12:00:00.000Z' };
  doorkeeper = await startDoorkeeper({
    now: () => now,
    limit: 5,
    groups: [{ id: 24, name: 'Tokyo Rubyists', subdomain: 'rubyists' }],
    events: [
      ...Array.from({ length: 30 }, (_each, at) => doorkeeperEvent(at + 1)),
      doorkeeperEvent(99, past),
      doorkeeperEvent(100, { group: 25 }),
    ],
  });
});

afterEach(() => doorkeeper.stop());

const ask = (path: string, token = doorkeeper.token): Promise<Response> =>
  fetch(`${doorkeeper.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });

const eventsAt = async (path: string): Promise<{ event: { id: number; group: unknown } }[]> =>
  (await (await ask(path)).json()) as { event: { id: number; group: unknown } }[];

test('nobody is answered without the token', async () => {
  expect((await ask('/groups/rubyists/events', 'other')).status).toBe(401);
});

test('a page has 25 events, one beyond the last none', async () => {
  expect(await eventsAt('/groups/rubyists/events')).toHaveLength(25);
  expect(await eventsAt('/groups/rubyists/events?page=2')).toHaveLength(5);
  expect(await eventsAt('/groups/24/events?page=3')).toEqual([]);
});

test('events are from today on, or since a day', async () => {
  const [first] = await eventsAt('/groups/rubyists/events?since=2027-01-01&sort=starts_at');
  expect(first?.event.id).toBe(99);
  expect((await ask('/groups/rubyists/events?since=yesterday')).status).toBe(400);
  expect((await ask('/groups/nobody/events')).status).toBe(404);
});

test('a group is its number, unless it is asked for', async () => {
  const [plain] = await eventsAt('/groups/rubyists/events');
  const [expanded] = await eventsAt('/groups/rubyists/events?expand%5B%5D=group');
  expect([plain?.event.group, expanded?.event.group]).toEqual([
    24,
    expect.objectContaining({ name: 'Tokyo Rubyists' }),
  ]);
});

test('so many requests in five minutes are answered, and each says how many remain', async () => {
  const answers = [];
  for (let at = 0; at < 6; at += 1) answers.push(await ask('/groups/nobody/events'));
  expect(JSON.parse(answers[0]?.headers.get('X-Ratelimit') ?? '')).toMatchObject({ limit: 5, remaining: 4 });
  const [fifth, sixth] = answers.slice(4);
  expect([fifth?.status, sixth?.status, sixth?.headers.get('Retry-After')]).toEqual([404, 429, '300']);
  now += 5 * 60_000;
  expect((await ask('/groups/rubyists/events')).status).toBe(200);
});
