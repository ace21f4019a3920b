/** The simulator keeps connpass's rules: https://connpass.com/about/api/v2/ */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connpass } from './index.ts';
import { connpassEvent, startConnpass } from './index.ts';

let connpass: Connpass;
let now = 0;

beforeEach(async () => {
  now = 1_000_000;
  connpass = await startConnpass({
    now: () => now,
    events: [
      connpassEvent(1, { started_at: '2027-04-01T19:00:00+09:00', description: 'Docker and Podman' }),
      connpassEvent(2, { group: null, address: '大阪府大阪市', description: 'Docker' }),
      connpassEvent(3, { started_at: null, owner_nickname: 'ken' }),
    ],
    presentations: { 1: [] },
  });
});

afterEach(() => connpass.stop());

const ask = (path: string, key = connpass.key): Promise<Response> =>
  fetch(`${connpass.url}${path}`, { headers: { 'X-API-Key': key } });

async function idsOf(query: string): Promise<readonly number[]> {
  now += 1000;
  const answer = (await (await ask(`/events/?${query}`)).json()) as { events: { id: number }[] };
  return answer.events.map(({ id }) => id);
}

test('nobody is answered without the key', async () => {
  expect((await ask('/events/', 'other')).status).toBe(401);
});

test('one request a second is answered, others have to wait', async () => {
  expect((await ask('/events/')).status).toBe(200);
  now += 999;
  const refused = await ask('/events/');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
  now += 1;
  expect((await ask('/events/')).status).toBe(200);
});

test.each([
  'count=0',
  'count=101',
  'count=x',
  'start=0',
  'start=-1',
  'ym=2027',
  'ym=202713',
  'ymd=202704',
  'order=4',
  'prefecture=edo',
  'group_id=x',
])('%s is a bad request', async (query) => {
  expect((await ask(`/events/?${query}`)).status).toBe(400);
});

describe('a search', () => {
  test.each([
    ['order=3', [3, 2, 1]],
    ['order=2', [1, 2, 3]],
    ['order=3&count=1&start=2', [2]],
    ['order=3&keyword=docker', [2, 1]],
    ['keyword=docker&keyword=podman', [1]],
    ['keyword=docker,podman', [1]],
    ['order=3&keyword_or=podman,osaka', [1]],
    ['ym=202704', [1]],
    ['order=2&ym=202703,202704', [1, 2]],
    ['ymd=20270401', [1]],
    ['order=3&subdomain=container', [3, 1]],
    ['prefecture=osaka', [2]],
    ['order=3&prefecture=tokyo&prefecture=osaka', [3, 2, 1]],
    ['owner_nickname=ken', [3]],
    ['event_id=1,3&order=3', [3, 1]],
    ['group_id=2', []],
  ])('%s', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  test('says how many there are', async () => {
    const { events, ...numbers } = (await (await ask('/events/?count=2&start=3')).json()) as Record<
      string,
      unknown
    >;
    expect(events).toHaveLength(1);
    expect(numbers).toEqual({ results_returned: 1, results_available: 3, results_start: 3 });
  });
});

test('presentations are of events that there are', async () => {
  expect(await (await ask('/events/1/presentations/')).json()).toMatchObject({ presentations: [] });
  now += 1000;
  expect((await ask('/events/9/presentations/')).status).toBe(404);
  now += 1000;
  expect((await ask('/groups/')).status).toBe(404);
});

test('what is planned goes wrong', async () => {
  connpass.fail('events', { kind: 'answer', status: 500 });
  connpass.fail('events', { kind: 'cut' });
  expect((await ask('/events/')).status).toBe(500);
  now += 1000;
  await expect(ask('/events/')).rejects.toThrow('fetch failed');
  expect(connpass.hits.map(({ status }) => status)).toEqual([500, 0]);
});
