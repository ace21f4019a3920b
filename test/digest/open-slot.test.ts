/** Does an event look for people who speak there? */
import { describe, expect, test } from '@jest/globals';
import { seeksSpeakers } from '../../src/digest/open-slot.ts';

const planned = (title: string, speakers: readonly string[] = []) => ({
  talks: [{ title, speakers, minutes: null }],
  text: '',
});

const saying = (text: string) => ({ talks: [], text });

describe('a planned talk without a speaker', () => {
  test.each([
    'LT枠（5分）',
    '発表者募集中',
    '募集',
    '未定',
    'TBD',
    'TBA (20 min)',
    '空き枠',
    '飛び込みLT',
    'open slot',
    'Talk slot available',
    'Call for speakers',
    'Looking for a speaker',
  ])('is free: %s', (title) => {
    expect(seeksSpeakers(planned(title))).toBe(true);
  });

  test.each(['BuildKit入門', '懇親会', '休憩', 'Opening', 'Welcome drinks', 'Timeslots in Kubernetes'])(
    'is none to be had: %s',
    (title) => {
      expect(seeksSpeakers(planned(title))).toBe(false);
    },
  );

  test('is taken where somebody gives it, whatever it is called', () => {
    expect(seeksSpeakers(planned('タイトル未定', ['山田花子']))).toBe(false);
  });
});

describe('a text', () => {
  test.each([
    '登壇者を募集しています。',
    '発表者募集中！',
    'LT枠を募集します',
    'LTしてくれる方を募集中',
    'スピーカー大募集',
    'We are looking for speakers.',
    'Call for Papers',
    'The CFP: https://example.org/',
    'CFPはこちら',
  ])('calls: %s', (text) => {
    expect(seeksSpeakers(saying(text))).toBe(true);
  });

  test.each([
    '参加者を募集しています。',
    'スタッフ募集',
    '登壇者の紹介',
    '発表は20分です',
    'スポンサーを募集',
    'The speakers are known.',
    'A talk about CFPs in conferences',
    '',
    '発表者募集は締め切りました',
    '登壇者募集（終了）',
    'The call for papers is closed.',
    'LT募集を締切済です',
  ])('does not: %s', (text) => {
    expect(seeksSpeakers(saying(text))).toBe(false);
  });

  test('of any length is read soon', () => {
    const text = '登壇してくださる'.repeat(20_000);
    const before = process.hrtime.bigint();
    expect(seeksSpeakers(saying(text))).toBe(false);
    expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(500);
  });
});
