/** `/meetup digest` as organisers type it in a simulated Slack, until the digest stands in the channel. Hanako reads Japanese. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { eventText, openScene } from '../round/scene.ts';
import type { Scene } from '../round/scene.ts';

/** A workspace begins in a moment, and much slower on a busy machine. */
jest.setTimeout(30_000);

const night = { title: 'Docker Night', start: '2027-03-20 19:00', end: '2027-03-20 21:00' };

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ 'events/night.md': eventText(night) });
  await scene.round();
});
afterEach(() => scene.close());

const type = async (text: string, channel = 'general'): Promise<string> =>
  (await scene.slack.command({ user: 'hanako', channel, text })).text;

test.each([
  ['in the channel itself', 'digest on every Mon 09:00', 'general'],
  ['by its name', 'digest on #general every Mon 09:00', 'general'],
  ['by its name, in Japanese', 'digest on #general 毎週月曜 9:00', 'general'],
  ['by its name, in a conversation with the bot', 'digest on #general every Mon 09:00', 'dm'],
])('a digest is set up %s, and posted when it is due', async (_where, text, channel) => {
  expect(await type(text, channel)).toContain('毎週月曜 9:00（Asia/Tokyo）');
  await scene.round('2027-03-08 08:59');
  expect(scene.unread('ken')).toEqual([]);
  await scene.round('2027-03-08 09:00');
  expect(scene.unread('ken')).toEqual([expect.stringContaining('Docker Night')]);
});

test('one is seen first and then posted, between two', async () => {
  await type('digest on every Mon 09:00');
  const answer = await scene.slack.command({ user: 'hanako', channel: 'general', text: 'digest now' });
  expect(answer.text).toContain('今すぐ投稿すると');
  await scene.slack.press({ user: 'hanako', on: answer, button: '投稿する' });
  await scene.round('2027-03-02 12:01');
  expect(scene.unread('ken')).toEqual([expect.stringContaining('Docker Night')]);
});

test('who is no organiser decides nothing', async () => {
  const { text } = await scene.slack.command({ user: 'ken', channel: 'general', text: 'digest on' });
  expect(text).toBe('Only organisers can decide this.');
});
