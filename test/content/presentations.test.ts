import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { matchPresentations } from '../../src/content/presentations.ts';
import type { PlannedTalk, Presentation } from '../../src/port.ts';

const talk = (title: string, ...speakers: readonly string[]): PlannedTalk => ({
  title,
  speakers,
  minutes: null,
});

const shown = (title: string, speaker: string | null = null): Presentation => ({
  title,
  url: `https://example.org/${encodeURIComponent(title)}`,
  speaker,
});

const talks = [
  talk('BuildKit入門', '山田花子'),
  talk('Why containers', 'Alice', '@bob'),
  talk('Go', 'Carol'),
  talk('Rust', 'Carol'),
];

describe('what was shown', () => {
  test.each([
    ['has the same title, however it is written', shown('ＢｕｉｌｄＫｉｔ 入門！'), 0],
    ['has the title within its own', shown('Docker Meetup #3: Why Containers?'), 1],
    ['has its title within that of the talk', shown('containers'), 1],
    ['is by its speaker', shown('slides', '山田花子さん'), 0],
    ['is by its speaker, by the handle', shown('slides', 'Bob'), 1],
    ['has the title, whoever shows it', shown('Go', 'Alice'), 2],
    ['has a title too short to be looked for in others', shown('Going on'), null],
    ['is by someone with two talks', shown('slides', 'Carol'), null],
    ['is by nobody who spoke', shown('slides', 'Zed'), null],
    ['says nothing', shown('', ''), null],
  ])('belongs to the talk if it %s', (_, presentation, index) => {
    const { ofTalks, others } = matchPresentations(talks, [presentation]);
    expect(ofTalks.findIndex((each) => each.includes(presentation))).toBe(index ?? -1);
    expect(others.includes(presentation)).toBe(index === null);
  });

  test('belongs to the talk of its speaker where two have one title', () => {
    const twins = [talk('Lightning', 'Alice'), talk('Lightning', 'Bob')];
    const presentation = shown('Lightning', 'Bob');
    expect(matchPresentations(twins, [presentation])).toEqual({ ofTalks: [[], [presentation]], others: [] });
  });

  test('is listed once, each', () => {
    const word = fc.constantFrom('BuildKit', 'Alice', 'Bob', '入門', 'Why', '');
    const name = fc.array(word, { maxLength: 3 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name).map(([title, who]) => talk(title, who))),
        fc.array(fc.tuple(name, fc.option(name)).map(([title, who]) => shown(title, who))),
        (planned, presentations) => {
          const { ofTalks, others } = matchPresentations(planned, presentations);
          expect(ofTalks).toHaveLength(planned.length);
          expect(new Set([...ofTalks.flat(), ...others])).toEqual(new Set(presentations));
          expect(ofTalks.flat().length + others.length).toBe(presentations.length);
        },
      ),
    );
  });
});
