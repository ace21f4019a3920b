/** Imported again and again, by feeds that come and go, in any order and with any change: each event stays one, and the same. */
import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  noShrink,
  record,
  uniqueArray,
} from 'fast-check';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { createLedger } from '../../src/event/ledger.ts';
import type { Ledger } from '../../src/event/ledger.ts';
import { merge } from '../../src/event/merge.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import { plan } from '../../src/event/plan.ts';
import type { Step } from '../../src/event/plan.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const now = new Date('2027-03-01T00:00:00Z');
const until = new Date('2028-03-01T00:00:00Z');
const feeds = ['files', 'connpass', 'doorkeeper', 'ical a', 'ical b'] as const;
type Feed = (typeof feeds)[number];

/** What takes place, whoever announces it. */
interface Truth {
  readonly number: number;
  /** By what its announcements are known to be of one event. */
  readonly link: 'url' | 'uid' | 'title';
  readonly feeds: readonly Feed[];
  readonly repeats: boolean;
  /** How often it was renamed, and moved by three days. */
  readonly name: number;
  readonly moves: number;
  readonly place: number;
  readonly isOff: boolean;
}

/** What it is known by is what it keeps: a series keeps its days, what has nothing but its title keeps that. */
function changed(
  truth: Truth,
  { field, by }: { readonly field: 'name' | 'moves' | 'place'; readonly by: number },
): Truth {
  if (field === 'name' && truth.link !== 'url') return truth;
  if (field === 'moves' && (truth.link === 'title' || truth.repeats)) return truth;
  return { ...truth, [field]: truth[field] + by };
}

const dayOf = ({ number, moves }: Truth): string =>
  new Date(Date.UTC(2027, 2, 10 + 7 * number + 3 * moves)).toISOString().slice(0, 10);

/** As a feed announces it; clocks of those that know its title alone are a few minutes apart. */
function announcedBy(feed: Feed, truth: Truth): readonly Happening[] {
  const { number, link, repeats, name, place, isOff } = truth;
  const at = feeds.indexOf(feed);
  const minutes = link === 'title' ? String(3 * at).padStart(2, '0') : '00';
  const own = feed === 'files' ? null : `${at}-${number}@example.org`;
  const announcement = eventFile({
    id: `${at}-${number}`,
    title: `Event ${number}${name === 0 ? '' : ` (${name})`}`,
    start: `${dayOf(truth)}T19:${minutes}`,
    repeat: repeats ? 'FREQ=MONTHLY;INTERVAL=6' : null,
    url: link === 'url' ? `https://docker.connpass.com/event/${number}/` : null,
    uid: link === 'uid' ? `${number}@example.org` : own,
    place: `Room ${place}`,
    accepted: place,
    cancelled: isOff,
  });
  return occurrences(announcement, { from: now, to: until }, feed);
}

const truths = array(
  record({
    link: constantFrom('url' as const, 'uid' as const, 'title' as const),
    feeds: uniqueArray(constantFrom(...feeds), { minLength: 1 }),
    repeats: constantFrom(true, false, false),
  }),
  { minLength: 1, maxLength: 4 },
).map((all) =>
  all.map((each, number): Truth => ({ ...each, number, name: 0, moves: 0, place: 0, isOff: false })),
);

const imports = array(
  record({
    edits: array(
      record({
        of: integer({ min: 0, max: 3 }),
        field: constantFrom('name' as const, 'moves' as const, 'place' as const),
        by: integer({ min: 1, max: 5 }),
      }),
      { maxLength: 2 },
    ),
    /** Those that answer; of the others the last good copy stands, where there is one. */
    heard: uniqueArray(constantFrom(...feeds), { minLength: 1 }),
    order: noShrink(integer({ min: 1, max: 1000 })),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Another order for each number. */
const shuffled = <T>(all: readonly T[], order: number): readonly T[] =>
  all
    .map((each, at) => ({ each, place: ((at + 1) * 7919 * order) % 1009 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each);

type Copies = Map<Feed, readonly Happening[]>;

async function planned(ledger: Ledger, copies: Copies, order: number): Promise<readonly Step[]> {
  const happenings = merge(shuffled([...copies.values()].flat(), order));
  const silent = feeds.filter((feed) => !copies.has(feed));
  return plan({ known: await ledger.known(), happenings, now, until, feeds, silent });
}

/** Which event it is, and which time of it, whatever it is called now. */
const identity = ({ title, start }: Pick<Happening, 'title' | 'start'>, all: readonly Truth[]): string => {
  const number = /\d+/.exec(title)?.[0] ?? '';
  return all[Number(number)]?.repeats === true ? `${number} ${start.slice(0, 10)}` : number;
};

describe('1,000 imports', () => {
  test('never have an event twice, nor create one that is known, nor take one back that stands', async () => {
    let imported = 0;
    await assert(
      asyncProperty(truths, imports, async (first, history) => {
        const state = createSqliteState(':memory:');
        const [ledger, copies]: [Ledger, Copies] = [createLedger(state), new Map()];
        let all: readonly Truth[] = first;
        for (const { edits, heard, order } of history) {
          for (const { of, ...edit } of edits)
            all = all.map((truth) => (truth.number === of ? changed(truth, edit) : truth));
          for (const feed of heard)
            copies.set(
              feed,
              all.filter((truth) => truth.feeds.includes(feed)).flatMap((truth) => announcedBy(feed, truth)),
            );
          const before = new Set((await ledger.known()).map(({ seen }) => identity(seen, all)));
          const steps = await planned(ledger, copies, order);
          for (const step of steps) {
            expect(step.step).toMatch(/^(?:create|update)$/);
            if (step.step === 'create') expect(before).not.toContain(identity(step.event.seen, all));
          }
          await ledger.apply(steps);
          const known = (await ledger.known()).map(({ seen }) => identity(seen, all));
          expect(new Set(known).size).toBe(known.length);
          expect(await planned(ledger, copies, order + 1)).toEqual([]);
          imported += 1;
        }
        await state.close();
      }),
      { numRuns: 500 },
    );
    expect(imported).toBeGreaterThan(1000);
  }, 60_000);
});

describe('two sources of one event', () => {
  const known = (...happenings: readonly Happening[]) =>
    plan({ known: [], happenings: merge(happenings), now, until, feeds }).flatMap((step) =>
      step.step === 'create' ? [step.event] : [],
    );
  const truth: Truth = {
    number: 1,
    link: 'title',
    feeds: ['connpass', 'ical a'],
    repeats: false,
    name: 0,
    moves: 0,
    place: 0,
    isOff: false,
  };
  const both = (other: Truth) => [...announcedBy('connpass', other), ...announcedBy('ical a', truth)];

  test('that are not known to be one any more are two, but nobody is told of a new one', () => {
    const before = known(...both(truth));
    expect(before).toHaveLength(1);
    const happenings = merge(both({ ...truth, name: 1 }));
    expect(plan({ known: before, happenings, now, until, feeds })).toMatchObject([
      { step: 'update', changes: [{ kind: 'renamed' }] },
      { step: 'create', repeats: true },
    ]);
  });

  test('of which one is silent are not taken back; of which both are asked no longer are forgotten', () => {
    const before = known(...both(truth));
    const steps = (asked: readonly string[], silent: readonly string[]) =>
      plan({ known: before, happenings: [], now, until, feeds: asked, silent }).map(({ step }) => step);
    expect(steps(feeds, ['connpass'])).toEqual([]);
    expect(steps(feeds, ['doorkeeper'])).toEqual(['withdraw']);
    expect(steps(['files'], [])).toEqual(['forget']);
  });
});
