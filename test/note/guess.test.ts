import { describe, expect, test } from '@jest/globals';
import { guessEvent, guessTags, guessTitle } from '../../src/note/guess.ts';
import { paragraph, root } from '../../src/view/build.ts';
import { happening } from '../event/known-event.ts';
import { entry, remark } from './conversation.ts';

const entries = (...lines: readonly string[]): ReturnType<typeof entry>[] =>
  lines.map((line) => entry({ body: root(paragraph(line)) }));

describe('the title', () => {
  test.each([
    ['what the thread is called', 'LT 会場', ['Hello'], 'LT 会場'],
    ['else its first line', null, ['BuildKit のキャッシュ', 'More'], 'BuildKit のキャッシュ'],
    [
      'else the first that says something',
      '  ',
      ['👏', '!', 'https://a.example', 'Small images'],
      'Small images',
    ],
    ['else an address', null, ['https://a.example/x'], 'https://a.example/x'],
  ])('is %s', (_, thread, lines, title) => {
    expect(guessTitle(entries(...lines), thread)).toBe(title);
  });

  test('is short, and one line', () => {
    const title = guessTitle([], `a\n${'long '.repeat(50)}`);
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/^a long .*…$/u);
  });

  test('is empty where nobody said a word', () => {
    expect(guessTitle(entries(''), null)).toBe('');
  });
});

describe('the event', () => {
  const at = (time: string): Date => new Date(`${time}+09:00`);
  const meetup = (id: string, facts: Parameters<typeof happening>[0] = {}): ReturnType<typeof happening> =>
    happening({
      id,
      title: `Meetup ${id}`,
      start: '2027-03-10T19:00:00+09:00',
      end: '2027-03-10T21:00:00+09:00',
      series: null,
      number: null,
      talks: [],
      ...facts,
    });
  const said = (words: string, when = '2027-03-12T12:00:00'): Parameters<typeof guessEvent>[1] => ({
    at: at(when),
    remarks: [remark({ body: root(paragraph(words)) })],
    title: null,
  });

  test('is none where nothing speaks for one', () => {
    expect(guessEvent([meetup('one')], said('lunch?'))).toEqual({ id: null, candidates: [] });
  });

  test('is the one that goes on', () => {
    const other = meetup('two', { start: '2027-03-11T19:00:00+09:00', end: null });
    expect(guessEvent([meetup('one'), other], said('hello', '2027-03-10T20:00:00')).id).toBe('one');
  });

  test('is the one that is named, whether it goes on or not', () => {
    const named = meetup('two', { start: '2027-03-11T19:00:00+09:00', end: null });
    expect(guessEvent([meetup('one'), named], said('Slides of MEETUP TWO', '2027-03-10T20:00:00')).id).toBe(
      'two',
    );
  });

  test('is the one whose number is named, and 1 is not in 12', () => {
    const of = (number: number): ReturnType<typeof happening> =>
      meetup(`n${number}`, { series: 'Docker Meetup Tokyo', number });
    expect(guessEvent([of(1), of(12)], said('Docker Meetup Tokyo #12')).id).toBe('n12');
  });

  test('is never one that was cancelled', () => {
    expect(guessEvent([meetup('one', { status: 'cancelled' })], said('Meetup one')).id).toBeNull();
  });

  test('is asked for where as much speaks for several', () => {
    expect(guessEvent([meetup('one'), meetup('two')], said('Meetup one, Meetup two'))).toEqual({
      id: null,
      candidates: [
        { id: 'one', title: 'Meetup one', day: '2027-03-10' },
        { id: 'two', title: 'Meetup two', day: '2027-03-10' },
      ],
    });
  });
});

describe('tags', () => {
  const known = ['docker', 'go', 'コンテナ', 'c++'];

  test.each([
    ['of which somebody spoke twice', ['Docker!', 'docker?'], ['docker']],
    ['that stand there with their sign', ['#go'], ['go']],
    ['not those in other words', ['google', 'golang', 'category'], []],
    ['in Japanese among other signs', ['コンテナを', 'このコンテナ'], ['コンテナ']],
    ['whatever signs they are written with', ['c++ and C++'], ['c++']],
    ['the most spoken of first', ['go go docker docker docker'], ['docker', 'go']],
    ['not those of which somebody spoke once', ['docker'], []],
  ])('are those %s', (_, lines, tags) => {
    expect(guessTags(entries(...lines), known)).toEqual(tags);
  });
});
