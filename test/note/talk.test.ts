/** Talks that people announce in a conversation. */
import { describe, expect, test } from '@jest/globals';
import { link, paragraph, root } from '../../src/view/build.ts';
import { fileOf, line, night as event, readFile, talksIn, turns } from './said.ts';

const said = (...lines: readonly string[]) => talksIn(fileOf({ entries: turns(...lines) }));

const deck = 'https://speakerdeck.com/hanako/buildkit';
const slides = { body: root(paragraph('スライドです ', link(deck, deck))) };

describe('a line that announces a talk', () => {
  test.each([
    ['LT1: 『BuildKit入門』 by 花子', 'BuildKit入門', ['花子']],
    ['発表2: コンテナの中身', 'コンテナの中身', []],
    ['LT1「小さなイメージ」 ken', '小さなイメージ', ['ken']],
    ['1本目: BuildKit入門', 'BuildKit入門', []],
    ['19:30 Small images by Ken Sato', 'Small images', ['Ken Sato']],
    ['13:00-13:20 Small images / Ken', 'Small images', ['Ken']],
    ['LT: small images', 'small images', []],
    ['Talk 1: Small images (ken)', 'Small images', ['ken']],
    ['セッション 1 「小さなイメージ」', '小さなイメージ', []],
  ])('begins one: %s', (announced, title, speakers) => {
    expect(said('こんばんは', announced, 'なるほど')).toEqual([{ title, speakers, slides: [] }]);
  });

  test.each([
    '19:30 からスタートします',
    '19:00 に集合',
    '19:30 に @ken さんが来ます',
    '1つ目はキャッシュです',
    '1つ目: キャッシュ',
    'Q1: how do I do it?',
    'A4. paper',
    'Session 3 was great',
    'LT 2 本ありがとう',
    'LT お疲れさまでした',
    'talk: we need to talk',
    '発表: 明日は休みです',
    '発表者は花子さんです',
    'keynote',
    'LT1: TBD',
  ])('is not this one: %s', (other) => {
    expect(fileOf({ entries: turns('こんばんは', other, 'なるほど') })).not.toMatch(/^#/mu);
  });

  test('is nothing in the middle of a message, in a quote, or in a very long line', () => {
    const quotes = [{ author: 'ken', of: null, body: root(paragraph('x')) }];
    const answer = { quotes, body: root(paragraph('LT1: Small images by ken')) };
    const entries = turns('see you\nLT1: Small images by ken', answer, `LT1: ${'long '.repeat(40)}`);
    expect(fileOf({ entries })).not.toMatch(/^#/mu);
  });
});

describe('a talk', () => {
  test('has the slides that are linked until the next one begins, each once', () => {
    const entries = turns(
      'LT1: 『BuildKit入門』 by 花子',
      slides,
      slides,
      'LT2: 『小さなイメージ』 by ken',
      'x',
    );
    expect(talksIn(fileOf({ entries }))).toEqual([
      { title: 'BuildKit入門', speakers: ['花子'], slides: [deck] },
      { title: '小さなイメージ', speakers: ['ken'], slides: [] },
    ]);
  });

  test('that is named again is none more', () => {
    expect(
      said('LT1: 『BuildKit入門』 by 花子', 'LT2: 『小さなイメージ』 by ken', 'LT1: BuildKit入門'),
    ).toHaveLength(2);
  });

  test('of the event is called as the event calls it', () => {
    const entries = turns('buildkit 入門', slides, 'LT2: foo by bar', 'x');
    expect(talksIn(fileOf({ entries, event }))).toEqual([
      { title: 'BuildKit入門', speakers: ['山田花子'], slides: [deck] },
      { title: 'Foo by Bar', speakers: ['@bob'], slides: [] },
    ]);
  });

  test('of the event that is only mentioned is none', () => {
    const entries = turns('BuildKit入門が楽しみです', 'ほんとうに');
    expect(fileOf({ entries, event })).not.toMatch(/^#/mu);
  });

  test('is all of a conversation that is called so', () => {
    const entries = turns('はじめます', slides, 'LT2: 飛び入りの話 by zed', 'x');
    const file = fileOf({ entries, event, heading: 'BuildKit入門' });
    expect(file.match(/^#+ .*$/gmu)).toEqual(['## Talk 1: BuildKit入門', '### Talk 3: 飛び入りの話']);
  });

  test('is no heading of a message, nor lines in bold', () => {
    const body = root({ type: 'heading', depth: 1, children: [{ type: 'text', value: 'Evil by Mallory' }] });
    const file = fileOf({ entries: [line('a', 0, { body }), line('b', 1, { body }), line('c', 2, 'x')] });
    expect(readFile(file).sections).toEqual([]);
    expect(file).toContain('**Evil by Mallory**');
  });
});

test('everything that is known of the event is read again', () => {
  const entries = turns('LT1: BuildKit入門', slides);
  const file = fileOf({ entries, event, title: 'コンテナの夜', tags: ['docker', 'コンテナ'] });
  const { title, date, meetup, tags, problems } = readFile(file);
  expect({ title, date: date?.value, tags, problems }).toEqual({
    title: 'コンテナの夜',
    date: '2027-03-10',
    tags: ['docker', 'コンテナ'],
    problems: [],
  });
  expect(meetup).toMatchObject({ series: event.series, number: 12, url: event.url });
  expect(meetup.date?.value).toBe(event.day);
});
