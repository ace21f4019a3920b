/**
 * How long it takes to compose the digests of many channels, and to show them. In milliseconds, each the best of five.
 *   node test/bench/digests.ts             1,000 channels over 5,000 reports and 2,000 events
 *   node test/bench/digests.ts 10 500 200
 */
import { usualDigest } from '../../src/content/digest-setting.ts';
import { createComposer } from '../../src/digest/compose.ts';
import type { Compose, Composing, Material } from '../../src/digest/compose.ts';
import type { Content } from '../../src/digest/content.ts';
import type { CatalogueEntry, Happening } from '../../src/port.ts';
import { digestView } from '../../src/view/digest.ts';
import { happening } from '../view/happening.ts';
import { timed } from './time.ts';

const [channels = 1000, reports = 5000, events = 2000] = process.argv.slice(2).map(Number);
const now = new Date('2027-03-08T00:00:00Z');
const since = new Date('2027-03-01T00:00:00Z');
const rounds = 5;

/** Milliseconds that 1,000 channels may take. */
const goal = 2000;

const day = 24 * 60 * 60_000;
const instant = (days: number): string => new Date(now.getTime() + days * day).toISOString();

/** One of several, by its number. */
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

const tags = ['docker', 'go', 'kubernetes', 'rust', 'web', 'ai', 'security', 'database'];
const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland'];

/** Eight weeks ahead and three behind. */
const eventOf = (at: number): Happening =>
  happening({
    id: `event${at}`,
    title: `${pick(tags, at)} Meetup #${at}`,
    start: instant((at / events) * 77 - 21),
    tags: [pick(tags, at) ?? ''],
    series: `${pick(tags, at)} Meetup`,
    number: at,
    place: '渋谷',
    text:
      at % 20 === 0
        ? '登壇者を募集しています。'.repeat(20)
        : 'みなさんのご参加をお待ちしています。'.repeat(40),
    url: `https://example.org/events/${at}`,
    keys: [`url example.org/events/${at}`],
  });

/** Over fifteen years. */
const reportOf = (at: number): CatalogueEntry => ({
  id: `report${at}`,
  file: `${at}.md`,
  title: `${pick(tags, at)} Meetup #${at} に参加した`,
  date: instant(-at).slice(0, 10),
  published: instant(-at).slice(0, 10),
  series: `${pick(tags, at)} Meetup`,
  number: -at,
  talks: 6,
  url: `https://example.org/reports/${at}`,
  event: null,
  tags: [pick(tags, at) ?? ''],
  parts: Array.from({ length: 6 }, (_none, talk) => ({
    id: `talk${at}-${talk}`,
    title: `${pick(tags, at + talk)} の話 ${talk}`,
    speakers: [{ name: '山田花子', handle: null, url: null }],
    slides: [`https://speakerdeck.com/${at}/${talk}`],
  })),
});

const material: Material = {
  happenings: Array.from({ length: events }, (_none, at) => eventOf(at)),
  reports: Array.from({ length: reports }, (_none, at) => reportOf(at)),
  knownSince: new Map(
    Array.from({ length: 300 }, (_none, at) => [
      [`event event${at * 5}`, instant(-at / 10)] as const,
      [`report report${at * 3}`, instant(-at / 20)] as const,
      [`slides talk${at * 7}-1`, instant(-at / 10)] as const,
    ]).flat(),
  ),
  reminds: new Map(),
};

const setting = usualDigest;

/** Every second channel wants one tag alone. */
const wishOf = (at: number): Composing => ({
  setting: { ...setting, tags: at % 2 === 0 ? [] : [pick(tags, at) ?? ''] },
  zone: pick(zones, at) ?? 'UTC',
  now,
  since,
  before: [],
});

/** Resolves to what the work resolved to, the last time. */
async function best<T>(name: string, work: () => T): Promise<{ readonly result: T; readonly ms: number }> {
  const results: T[] = [];
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    took.push(await timed(async () => void results.push(work())));
  const ms = Math.min(...took);
  console.log(`${name.padEnd(44)}${ms.toFixed(0).padStart(7)}`);
  return { result: results.at(-1) as T, ms };
}

const composeAll = (compose: Compose, before: readonly Content[] | null): readonly Content[] =>
  Array.from({ length: channels }, (_none, at) => {
    const content = before?.[at];
    return compose({
      ...wishOf(at),
      before: content === undefined ? [] : Array.from({ length: 8 }, () => content),
    });
  });

const viewOf = (content: Content) =>
  digestView({
    key: 'digest 2027-W10 slack T01 C01',
    content,
    locale: 'ja',
    community: 'Docker Meetup Tokyo',
    period: '2027-W10',
    day: '2027-03-08',
    zone: 'Asia/Tokyo',
    mention: null,
  });

const prepared = await best('prepare the material', () => createComposer(material));
const first = await best(`compose ${channels} first digests`, () => composeAll(prepared.result, null));
const next = await best(`compose ${channels} after eight others`, () =>
  composeAll(prepared.result, first.result),
);
await best(`show ${channels}`, () => next.result.map(viewOf));
const sizes = next.result.map((content) => Buffer.byteLength(JSON.stringify(content)));
console.log(
  `${next.result[0]?.candidates.length} candidates in the first; the largest takes ${Math.max(...sizes)} bytes`,
);
const all = prepared.ms + next.ms;
console.log(`${all.toFixed(0)} ms in all, goal ${goal}: ${all <= goal ? 'fine' : 'missed'}`);
