/**
 * How long many events take on their way from what feeds say to what is known of them, and in the library. In
 * milliseconds, each the best of five; what is remembered lies in a file.
 *   node test/bench/events.ts             10,000 announcements of 50 feeds
 *   node test/bench/events.ts 1000 5
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex, createSqliteState } from '../../adapters/sqlite/index.ts';
import { createLedger } from '../../src/event/ledger.ts';
import { merge } from '../../src/event/merge.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import { plan } from '../../src/event/plan.ts';
import type { KnownEvent, Step } from '../../src/event/plan.ts';
import { createLibrary } from '../../src/library.ts';
import type { FeedSetting, Happening, Library } from '../../src/port.ts';
import { horizon } from '../../src/round/compare.ts';
import type { BenchFeed } from './event-feeds.ts';
import { rawFeeds, understood } from './event-feeds.ts';
import { timed } from './time.ts';

const [count = 10_000, feeds = 50] = process.argv.slice(2).map(Number);
const now = new Date('2027-03-01T00:00:00Z');
const until = new Date(now.getTime() + horizon);
const between = { from: now, to: until };
const rounds = 5;

/** Resolves to what the work resolved to, the last time. */
async function best<T>(name: string, work: () => T | Promise<T>, times = rounds): Promise<T> {
  let result: T | undefined;
  const took: number[] = [];
  for (let round = 0; round < times; round += 1)
    took.push(await timed(async () => void (result = await work())));
  console.log(
    `${name.padEnd(44)}${Math.min(...took)
      .toFixed(0)
      .padStart(7)}`,
  );
  return result as T;
}

async function library(heard: readonly BenchFeed[]): Promise<Library> {
  const settings = heard.map(({ name }) => `- ical: ${JSON.stringify(name)}`);
  const text = ['---', 'feeds:', ...settings, '---', ''].join('\n');
  const said = new Map(heard.map(({ name, events }) => [name, events]));
  const open = async () => (setting: FeedSetting) => {
    const name = setting.kind === 'ical' ? setting.at : '';
    const copy = { events: said.get(name) ?? [], skipped: [], etag: null, modified: null };
    return { name, key: name, ask: async () => ({ status: 'ok' as const, copy }) };
  };
  const made = createLibrary({
    content: {
      list: async () => [{ path: 'community.md', stamp: '1' }],
      read: async () => ({ text, problems: [] }),
    },
    index: createSqliteIndex({ path: ':memory:', version: 'bench' }),
    hash,
    now: () => now,
    pages: null,
    feeds: { open, copies: { read: async () => null, write: async () => {} } },
  });
  await made.sync();
  await made.refresh({ all: true });
  return made;
}

async function remember(steps: readonly Step[], happenings: readonly Happening[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-bench-'));
  const state = createSqliteState(join(folder, 'state.db'));
  try {
    await best('State: the first import', () => createLedger(state).apply(steps), 1);
    await best('State: read at the next start', () => createLedger(state).known());
    const known = await createLedger(state).known();
    const again = await best('plan again', () => planned(known, happenings));
    console.log(`${again.length} steps are left`);
  } finally {
    await state.close();
    rmSync(folder, { recursive: true });
  }
}

const planned = (known: readonly KnownEvent[], happenings: readonly Happening[]): readonly Step[] =>
  plan({ known, happenings, now, until, feeds: [] });

const raw = rawFeeds({ count, feeds, from: now });
const heard = await best('parse what the feeds say', () => Promise.all(raw.map(understood)));
const all = await best('expand', () =>
  heard.flatMap(({ name, events }) => events.flatMap((event) => occurrences(event, between, name))),
);
const merged = await best('merge', () => merge(all));
const steps = await best('plan', () => planned([], merged));
await remember(steps, merged);
const asked = await library(heard);
await best('Library.happenings of a year: cold', () => asked.happenings(between), 1);
await best('Library.happenings of a year: warm', () => asked.happenings(between));
await best('Library.event: cold', () => asked.event('Rust #26'), 1);
await best('Library.event: warm', () => asked.event('Rust #26'));
const shared = merged.filter(({ sources }) => sources.length > 1).length;
const announced = heard.reduce((sum, { events }) => sum + events.length, 0);
console.log(
  `${announced} announcements of ${feeds} feeds, ${all.length} times, ${merged.length} events, ${shared} of several feeds`,
);
