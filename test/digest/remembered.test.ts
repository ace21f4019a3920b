/** A digest as it is remembered. */
import { describe, expect, test } from '@jest/globals';
import type { Content } from '../../src/digest/content.ts';
import { remembered } from '../../src/digest/remembered.ts';
import { moreButtons, moreView } from '../../src/view/digest-more.ts';
import { words } from '../../src/words/index.ts';
import { event, evening, report, talk, told } from './week.ts';

const tongue = { words: words.en, locale: 'en' } as const;

const bytes = (content: Content): number => Buffer.byteLength(JSON.stringify(content));

/** Of a State record. */
const most = 256 * 1024;

describe('what is remembered of a digest', () => {
  const content = told({
    happenings: [1, 2, 3, 4, 5, 6, 7].map((days) => event({ id: `e${days}`, start: evening(days) })),
    reports: [report({ id: 'new', published: '2027-03-05' }), report({ id: 'old', published: '2027-01-05' })],
  });

  test('is what was told, and what is behind a button', () => {
    const { candidates } = remembered(content);
    expect(candidates.map(({ reason }) => reason)).toEqual(
      content.candidates.map(({ reason }) => reason).filter((reason) => reason !== 'window'),
    );
    expect(content.candidates.some(({ reason }) => reason === 'window')).toBe(true);
  });

  test('leads to the same', () => {
    expect(moreView('events', remembered(content), tongue)).toEqual(moreView('events', content, tongue));
    expect(remembered(remembered(content))).toEqual(remembered(content));
  });

  test('is no more than State takes, however long everything is; what is left out is counted', () => {
    const long = (start: string, length: number) => start + '長'.repeat(length);
    const address = (id: string) => long(`https://example.org/${id}/`, 470);
    const speakers = Array.from({ length: 9 }, () => ({ name: long('名', 90), handle: null, url: null }));
    const ids = Array.from({ length: 60 }, (_none, at) => `x${at}`);
    const parts = (id: string) =>
      ['1', '2', '3'].map((number) =>
        talk(`${id}${number}`, { title: long('題', 900), speakers, slides: [address(id), address(number)] }),
      );
    const full = told({
      happenings: ids.map((id, at) =>
        event({
          id,
          title: long('題', 900),
          start: evening(1 + at / 4),
          place: long('所', 900),
          url: address(id),
          online: address(id),
          text: '登壇者募集',
        }),
      ),
      reports: ids.flatMap((id) => [
        report({ id, title: long('題', 900), published: '2027-03-05', url: address(id), parts: parts(id) }),
        report({
          id: `${id}-then`,
          title: long('題', 900),
          date: '2017-03-05',
          url: address(id),
          parts: parts(`${id}-then`),
        }),
      ]),
      knownSince: new Map(ids.map((id) => [`slides ${id}-then1`, '2027-03-05T00:00:00.000Z'])),
    });
    const kept = remembered(full);
    expect(bytes(full)).toBeGreaterThan(most);
    expect(bytes(kept)).toBeLessThan(most - 20_000);
    expect(kept.candidates.filter((each) => each.kept)).toEqual(full.candidates.filter((each) => each.kept));
    expect(moreButtons('key', kept, tongue)).toEqual(moreButtons('key', full, tongue));
  });
});
