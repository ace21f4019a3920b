/** What was shown at events of connpass: asked for seldom, and kept. */
import { describe, expect, test } from '@jest/globals';
import type { Connpass, ConnpassEvent } from '../connpass/index.ts';
import { connpassEvent } from '../connpass/index.ts';
import { askConnpass, copyOf, onlyEvent } from './connpass.ts';

const minutes = 60_000;
const days = 24 * 60 * minutes;

describe('presentations', () => {
  const over = (id: number, day: string): ConnpassEvent =>
    connpassEvent(id, {
      started_at: `2027-02-${day}T19:00:00+09:00`,
      ended_at: `2027-02-${day}T21:00:00+09:00`,
    });
  const slides = {
    name: 'BuildKit入門',
    url: 'https://slides.example.org/1',
    user: { id: 1, nickname: 'staff' },
    presenter: { id: 2, nickname: 'alice' },
    presentation_type: 'slide',
    created_at: '2027-02-20T22:00:00+09:00',
  } as const;
  const asked = ({ hits }: Connpass): number[] =>
    hits
      .flatMap(({ path }) => Number(/events\/(\d+)\/presentations/.exec(path)?.[1] ?? Number.NaN))
      .filter((id) => !Number.isNaN(id));

  test('come with an event that is over, and stay when connpass is asked for others', async () => {
    const { feed, connpass } = await askConnpass({
      events: [over(1, '20'), connpassEvent(2)],
      presentations: { 1: [slides] },
    });
    const first = copyOf(await feed.ask(null));
    const expected = [{ title: 'BuildKit入門', url: 'https://slides.example.org/1', speaker: 'alice' }];
    expect(first.events.map(({ presentations }) => presentations)).toEqual([[], expected]);
    expect(copyOf(await feed.ask(first)).events[1]?.presentations).toEqual(expected);
    expect(asked(connpass)).toEqual([1]);
  });

  test('are asked for three events at a time, the latest first', async () => {
    const events = [10, 11, 12, 13, 14].map((day) => over(day, String(day)));
    const { feed, connpass } = await askConnpass({ events });
    await feed.ask(null);
    expect(asked(connpass)).toEqual([14, 13, 12]);
    await feed.ask(null);
    expect(asked(connpass)).toEqual([14, 13, 12, 11, 10]);
    await feed.ask(null);
    expect(asked(connpass)).toHaveLength(5);
  });

  test('are asked for again when an event is over for twice as long', async () => {
    const { feed, connpass, time } = await askConnpass({ events: [over(1, '27')] });
    await feed.ask(null);
    time.advance(days - 60 * minutes);
    await feed.ask(null);
    expect(asked(connpass)).toEqual([1]);
    time.advance(days);
    connpass.show(1, [slides]);
    expect(onlyEvent(await feed.ask(null)).presentations).toHaveLength(1);
    expect(asked(connpass)).toEqual([1, 1]);
  });

  test('are never asked for of an event that was cancelled, or is to come', async () => {
    const { feed, connpass } = await askConnpass({
      events: [{ ...over(1, '20'), open_status: 'cancelled' }, connpassEvent(2)],
    });
    await feed.ask(null);
    expect(asked(connpass)).toEqual([]);
  });

  test('that are not answered stay what they were, and the events are announced all the same', async () => {
    const { feed, connpass, time } = await askConnpass({
      events: [over(1, '20')],
      presentations: { 1: [slides] },
    });
    const first = copyOf(await feed.ask(null));
    time.advance(20 * days);
    connpass.fail('presentations', { kind: 'answer', status: 500 });
    expect(copyOf(await feed.ask(first)).events[0]?.presentations).toHaveLength(1);
    expect(asked(connpass)).toEqual([1, 1]);
  });

  test('without a speaker, an address or a name', async () => {
    const all = [
      { ...slides, presenter: null },
      { ...slides, presenter: null, user: null },
      { ...slides, url: 'javascript:x' },
      { ...slides, name: '' },
    ];
    const { feed } = await askConnpass({ events: [over(1, '20')], presentations: { 1: all } });
    expect(onlyEvent(await feed.ask(null)).presentations.map(({ speaker }) => speaker)).toEqual([
      'staff',
      null,
    ]);
  });
});
