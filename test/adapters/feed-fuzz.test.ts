/** Whatever a service answers, in shape or not, a feed has an answer, and every event in it can be used. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createConnpass } from '../../adapters/feed/connpass/index.ts';
import { understanding } from '../../src/feed/understanding.ts';
import { createDoorkeeper } from '../../adapters/feed/doorkeeper/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import type { Feed, FeedAnswer, Fetched, Fetch, OpenFeed } from '../../src/port.ts';
import { connpassEvent } from '../connpass/index.ts';
import { doorkeeperEvent } from '../doorkeeper/index.ts';
import { createTime } from './connpass.ts';

const answering = (bodies: readonly unknown[]): Fetch => {
  const left = [...bodies];
  return async (): Promise<Fetched> => {
    const body = left.length > 0 ? left.shift() : [];
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status: 'ok', text: text ?? '', type: null, etag: null, modified: null };
  };
};

const services: readonly (readonly [string, (fetch: Fetch) => Feed | null, fc.Arbitrary<unknown>])[] = [
  [
    'connpass',
    (fetch) => opened(createConnpass({ understanding, ...sane(fetch), key: 'x' })),
    listOf(connpassEvent(1), (events) => ({ results_available: events.length, events })),
  ],
  [
    'doorkeeper',
    (fetch) => opened(createDoorkeeper({ understanding, ...sane(fetch), token: null })),
    listOf(doorkeeperEvent(1), (events) => events.map((event) => ({ event }))),
  ],
];

function sane(
  fetch: Fetch,
): { fetch: Fetch; url: string; hash: typeof hash } & ReturnType<typeof createTime> {
  return { fetch, url: 'https://example.org', hash, ...createTime() };
}

const opened = (open: OpenFeed): Feed | null =>
  open({ kind: 'connpass', groups: ['x'], keywords: [], prefectures: [] }, 'Asia/Tokyo') ??
  open({ kind: 'doorkeeper', groups: ['x'] }, 'Asia/Tokyo');

/** Events of which some fields are something else. */
function listOf(event: object, wrapped: (events: readonly unknown[]) => unknown): fc.Arbitrary<unknown> {
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
  );
  const fields = Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, strange),
    ]),
  );
  return fc.array(fc.record(fields, { requiredKeys: [] }), { maxLength: 5 }).map(wrapped);
}

function check(answer: FeedAnswer): void {
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  if (answer.status !== 'ok') return;
  for (const { id, title, url, start, end, capacity } of answer.copy.events) {
    expect(id).toMatch(/^[a-z2-7]{10}$/);
    expect(title.trim()).not.toBe('');
    expect(url).toMatch(/^https?:\/\/\S+$/i);
    expect(start).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    expect(end === null || end >= start).toBe(true);
    expect(capacity === null || capacity > 0).toBe(true);
  }
}

test.each(services)('%s in its shape', async (_name, open, bodies) => {
  const pages = fc.array(bodies, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(pages, async (all) => {
      const answer = await open(answering(all))?.ask(null);
      expect(answer).toBeDefined();
      if (answer) check(answer);
    }),
    { numRuns: 300 },
  );
});

test.each(services)('%s in no shape', async (_name, open) => {
  const body = fc.oneof(fc.jsonValue(), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 3 }), async (all) => {
      const answer = await open(answering(all))?.ask(null);
      expect(answer).toBeDefined();
      if (answer) check(answer);
    }),
    { numRuns: 300 },
  );
});
