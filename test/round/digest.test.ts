/** Digests in a simulated Slack, with a clock that the test moves: what is posted when, and what becomes of it. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventText, openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** A workspace begins in a moment, and much slower on a busy machine. */
jest.setTimeout(30_000);

/** 1 March 2027 is a Monday; the scene begins there at noon. */
const community = (digest: string): string => `---
name: Docker Meetup
locale: en
zone: Asia/Tokyo
organisers: [hanako]
digests:
  - channel: '#general'
    schedule: every Mon 09:00
${digest}---
`;

const night = {
  title: 'Docker Night',
  start: '2027-03-20 19:00',
  end: '2027-03-20 21:00',
  place: 'Harbour Hall',
  url: 'https://docker.connpass.com/event/1/',
};

const report = (title: string, day: string): string =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n## LT1 『Small images』 by @hanako\n\nNotes.\n`;

let scene: Scene;
const open = async (digest = ''): Promise<void> => {
  scene = await openScene({ 'community.md': community(digest), 'events/night.md': eventText(night) });
  await scene.round();
};
afterEach(() => scene.close());

const unread = (): readonly string[] => scene.unread('ken');

describe('a weekly digest', () => {
  beforeEach(() => open());

  test('begins with the next week: what was there before is not posted at once', async () => {
    await scene.rounds(60, '2027-03-07 23:00');
    expect(unread()).toEqual([]);
  });

  test('is posted once a week, however often the alarm rings and the process begins anew', async () => {
    await scene.round('2027-03-08 08:59');
    expect(unread()).toEqual([]);
    await scene.round('2027-03-08 09:00');
    expect(unread()).toEqual([expect.stringContaining('Docker Night')]);
    await scene.restart();
    await scene.round();
    await scene.rounds(60, '2027-03-15 08:00');
    expect(unread()).toEqual([]);
    await scene.round('2027-03-15 09:00');
    expect(unread()).toHaveLength(1);
  });

  test('tells of reports that turned up since, each once', async () => {
    await scene.write('reports/one.md', report('Evening one', '2027-03-03'));
    await scene.round('2027-03-08 09:00');
    expect(unread()).toEqual([expect.stringContaining('Evening one')]);
    await scene.write('reports/two.md', report('Evening two', '2027-03-09'));
    await scene.round('2027-03-15 09:00');
    const [second = ''] = unread();
    expect(second).toContain('Evening two');
    expect(second).not.toContain('Evening one');
  });

  test('is caught up once after three weeks away: the newest', async () => {
    await scene.restart();
    await scene.round('2027-03-24 15:00');
    await scene.rounds(60, '2027-03-26 15:00');
    expect(unread()).toHaveLength(1);
    await scene.write('reports/one.md', report('Evening one', '2027-03-27'));
    await scene.round('2027-03-29 09:00');
    expect(unread()).toEqual([expect.stringContaining('Evening one')]);
  });

  test('that is posted is put right when an event that it tells of is called off', async () => {
    await scene.round('2027-03-08 09:00');
    unread();
    await scene.write('events/night.md', eventText({ ...night, status: 'cancelled' }));
    await scene.round('2027-03-09 12:00');
    await scene.round('2027-03-09 12:01');
    expect(scene.slack.seenBy('ken', 'general')).toEqual([
      expect.stringMatching(/~Docker Night .*~[\s\S]*Cancelled/),
    ]);
  });

  test('rests where the channel does not take it, and whoever set something up hears of that once', async () => {
    await scene.slack.command({ user: 'hanako', channel: 'general', text: 'subscribe' });
    unread();
    scene.slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' });
    await scene.rounds(30, '2027-03-08 12:00');
    await scene.rounds(360, '2027-03-19 12:00');
    expect(scene.unread('hanako', 'dm')).toEqual([expect.stringContaining('is_archived')]);
    expect(unread()).toEqual([]);
  });
});

test('a digest that has nothing to say says nothing, or one line, as the channel wishes', async () => {
  await open('    sections: [reports]\n    empty: say\n');
  await scene.round('2027-03-08 09:00');
  expect(unread()).toHaveLength(1);
});

test('a channel may get a summary, and the details in a thread below it', async () => {
  await open('    thread: true\n');
  await scene.round('2027-03-08 09:00');
  await scene.round('2027-03-08 09:01');
  const [summary = '', details = '', ...others] = unread();
  expect([summary, others]).toEqual([expect.stringContaining('1 event'), []]);
  expect(details).toContain('Harbour Hall');
});

test('a digest that is kept is a file as well, once, which is no report', async () => {
  await open('    keep: true\n    thread: true\n');
  await scene.rounds(60, '2027-03-08 12:00');
  await scene.restart();
  await scene.rounds(60, '2027-03-08 15:00');
  const [kept, ...others] = await scene.library.digests();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ file: 'digests/2027-w10.md', period: '2027-W10', locale: 'en' });
  expect(kept?.text).toContain('Docker Night');
  expect(kept?.text).not.toContain('general');
  expect(await scene.library.status()).toMatchObject({ reports: 0 });
});

describe('where nobody can know whether a digest stands there', () => {
  /** It was posted, or it was not; nobody is told, and the history is closed. */
  const broken = async (kind: 'lost' | 'cut'): Promise<void> => {
    await open();
    await scene.slack.command({ user: 'hanako', channel: 'general', text: 'subscribe' });
    scene.slack.fail('chat.postMessage', { kind });
    scene.slack.fail('conversations.history', { kind: 'error', error: 'missing_scope' }, 50);
    await scene.rounds(30, '2027-03-08 12:00');
  };

  const press = async (button: string): Promise<void> => {
    const message = scene.slack.messages('DHANAKO').at(-1);
    if (message === undefined) throw new Error('nobody was asked');
    await scene.slack.press({ user: 'hanako', on: message, button });
    await scene.rounds(30, '2027-03-09 12:00');
  };

  const digests = (): readonly string[] =>
    scene.slack.seenBy('ken', 'general').filter((text) => text.includes('The week of'));

  test('organisers are asked once, and nothing is posted until they say so', async () => {
    await broken('cut');
    const asked = scene.unread('hanako', 'dm');
    expect(asked).toEqual([expect.stringContaining('[もう一度投稿する] [投稿されている]')]);
    expect(digests()).toEqual([]);
    await press('もう一度投稿する');
    expect(digests()).toHaveLength(1);
  });

  test('where they see it, it is left alone', async () => {
    await broken('lost');
    expect(digests()).toHaveLength(1);
    await press('投稿されている');
    expect(digests()).toHaveLength(1);
  });
});

describe('a digest that is left out', () => {
  beforeEach(() => open());
  const say = (text: string) =>
    scene.slack.command({ user: 'yui', channel: 'general', text: `digest ${text}` });

  test('does not keep an organiser from posting one that day', async () => {
    await say('skip next');
    await scene.rounds(60, '2027-03-08 10:00');
    expect(unread()).toEqual([]);
    const asked = await say('now');
    await scene.slack.press({ user: 'yui', on: asked, button: '投稿する' });
    await scene.round('2027-03-08 10:02');
    expect(unread()).toEqual([expect.stringContaining('Docker Night')]);
    await scene.rounds(60, '2027-03-14 10:00');
    expect(unread()).toEqual([]);
  });

  test('stays left out where another one passes before it', async () => {
    await say('pause until 2027-03-09');
    await say('skip next');
    await scene.rounds(60, '2027-03-15 10:00');
    expect(unread()).toEqual([]);
    await scene.round('2027-03-22 09:00');
    await scene.write('reports/one.md', report('Evening one', '2027-03-27'));
    await scene.round('2027-03-29 09:00');
    expect(unread()).toEqual([expect.stringContaining('Evening one')]);
  });
});
