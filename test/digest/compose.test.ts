/** What holds of every digest, whatever there is. */
import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
  uniqueArray,
} from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { caps } from '../../src/digest/choose.ts';
import { createComposer } from '../../src/digest/compose.ts';
import type { Composing, Material } from '../../src/digest/compose.ts';
import { isEmpty } from '../../src/digest/content.ts';
import type { Content } from '../../src/digest/content.ts';
import type { CatalogueEntry, DigestSection, Happening } from '../../src/port.ts';
import { event, evening, nothing, now, report, setting, since, talk, told } from './week.ts';

const day = 24 * 60 * 60_000;

const labels = {
  tags: shuffledSubarray(['go', 'docker']),
  series: option(constantFrom('Docker Meetup Tokyo', 'Go勉強会')),
};

const ids = (letter: string) => integer({ min: 0, max: 30 }).map((number) => `${letter}${number}`);

const anyEvent: Arbitrary<Happening> = record({
  id: ids('e'),
  start: integer({ min: -20, max: 60 }).map(evening),
  status: constantFrom('scheduled' as const, 'scheduled' as const, 'cancelled' as const),
  inferred: boolean(),
  text: constantFrom('', '登壇者募集'),
  ...labels,
}).map(event);

const dayOf = (ago: number): string => new Date(now.getTime() - ago * day).toISOString().slice(0, 10);

const anyReport: Arbitrary<CatalogueEntry> = record({
  id: ids('r'),
  date: option(integer({ min: 0, max: 4000 }).map(dayOf)),
  published: option(integer({ min: 0, max: 40 }).map(dayOf)),
  slides: integer({ min: 0, max: 2 }),
  ...labels,
}).map(({ slides, ...facts }) =>
  report({
    ...facts,
    parts: Array.from({ length: slides }, (_none, at) =>
      talk(`${facts.id}t${at}`, { slides: ['https://example.org/'] }),
    ),
  }),
);

const instant = integer({ min: 0, max: 20 }).map((ago) => new Date(now.getTime() - ago * day).toISOString());

const anyKnown = dictionary(
  constantFrom(
    'event e1',
    'event e2',
    'event e3',
    'report r1',
    'report r2',
    'report r3',
    'slides r1t0',
    'slides r2t0',
    'slides r3t1',
  ),
  instant,
).map((known) => new Map(Object.entries(known)));

const byId = { selector: ({ id }: { readonly id: string }) => id, maxLength: 30 };

const anyMaterial: Arbitrary<Material> = record({
  happenings: uniqueArray(anyEvent, byId),
  reports: uniqueArray(anyReport, byId),
  knownSince: anyKnown,
  reminds: dictionary(ids('e'), ids('r')).map(
    (all) =>
      new Map(Object.entries(all).map(([id, of]) => [id, { id: `${of}t0`, report: { id: of, title: '' } }])),
  ),
});

const anyWish = record({
  sections: shuffledSubarray([...setting.sections], { minLength: 1 }),
  tags: constantFrom([], [], ['go']),
  series: constantFrom([], [], ['Go勉強会']),
});

/** Two digests a week apart, of what changes in between. */
const twoWeeks = array(anyMaterial, { minLength: 2, maxLength: 2 });

const composing = (wish: Partial<Composing['setting']>, more: Partial<Composing> = {}): Composing => ({
  setting: { ...setting, ...wish },
  zone: 'Asia/Tokyo',
  now,
  since,
  before: [],
  ...more,
});

const sections = Object.keys(caps) as DigestSection[];

const kept = ({ candidates }: Content) => candidates.filter((each) => each.kept);

describe('a digest', () => {
  test('says nothing twice, nothing that it has no room for, and nothing that the channel does not want', () => {
    assert(
      property(anyMaterial, anyWish, (material, wish) => {
        const content = createComposer(material)(composing(wish));
        const names = content.candidates.map(({ kind, id }) => `${kind} ${id}`);
        expect(new Set(names).size).toBe(names.length);
        for (const section of sections) {
          const said = kept(content).filter(({ kind }) => kind === section);
          expect(said.length).toBeLessThanOrEqual(wish.sections.includes(section) ? caps[section] : 0);
        }
      }),
    );
  });

  test('is the same of the same, in whatever order that comes, and whoever else was asked for', () => {
    assert(
      property(anyMaterial, anyWish, anyWish, (material, wish, other) => {
        const compose = createComposer(material);
        const content = compose(composing(wish));
        compose(composing(other));
        expect(compose(composing(wish))).toEqual(content);
        const turned = {
          ...material,
          happenings: material.happenings.toReversed(),
          reports: material.reports.toReversed(),
        };
        expect(createComposer(turned)(composing(wish))).toEqual(content);
      }),
    );
  });

  test('tells its sections in the order in which the channel wants them, events by their start', () => {
    assert(
      property(anyMaterial, anyWish, (material, wish) => {
        const content = createComposer(material)(composing(wish));
        const order = kept(content).map(({ kind }) => wish.sections.indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        const starts = kept(content).flatMap((each) => (each.kind === 'events' ? [each.event.start] : []));
        expect(starts).toEqual(starts.toSorted());
      }),
    );
  });

  test('calls nothing new that was told as new before, and tells no report or slides again', () => {
    assert(
      property(twoWeeks, anyWish, ([first = nothing, second = nothing], wish) => {
        const before = createComposer(first)(composing(wish));
        const content = createComposer(second)(composing(wish, { before: [before] }));
        const said = new Set(onceOnly(before));
        expect(onceOnly(content).filter((name) => said.has(name))).toEqual([]);
      }),
    );
  });

  test('of the same as the last one says of no event that it is new, has moved or is off', () => {
    assert(
      property(anyMaterial, anyWish, (material, wish) => {
        const compose = createComposer(material);
        const before = compose(composing(wish));
        const again = kept(compose(composing(wish, { before: [before] })));
        const said = new Set(kept(before).map(({ id }) => id));
        const marked = again.filter(
          ({ kind, id, reason }) => kind === 'events' && said.has(id) && reason !== 'coming',
        );
        expect(marked).toEqual([]);
      }),
    );
  });
});

/** What is told for a reason for which it is told once. */
const onceOnly = (content: Content): readonly string[] =>
  kept(content)
    .filter(({ reason }) => ['new', 'slides', 'no-report', 'anniversary', 'reminds'].includes(reason))
    .map(({ kind, id, reason }) => `${kind} ${id} ${reason}`);

describe('nothing to say', () => {
  test('is what there is of nothing, of what is not wanted, and of what is only too old', () => {
    expect(isEmpty(told({}))).toBe(true);
    const happenings = [event({ id: 'e', start: evening(3) })];
    expect(isEmpty(told({ happenings }, { setting: { ...setting, tags: ['go'] } }))).toBe(true);
    expect(isEmpty(told({ reports: [report({ published: '2027-01-01' })] }))).toBe(true);
  });

  test('is not a find from the archive alone', () => {
    expect(isEmpty(told({ reports: [report({ date: '2021-03-08' })] }))).toBe(false);
  });
});
