/** What channels and people hear of events that appear, move, are called off, or have seats again: once, and nothing else. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { announced } from '../library/feed-scene.ts';
import { eventText, openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** A workspace begins in a moment, and much slower on a busy machine. */
jest.setTimeout(30_000);

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const path = 'events/night.md';
const night = { title: 'Docker Night', start: '2027-03-10 19:00', place: 'Town hall' };

const write = (facts: object): Promise<void> => scene.write(path, eventText({ ...night, ...facts }));

const say = (text: string, user = 'yui') => scene.slack.command({ user, channel: 'general', text });

/** The channel is told, and ken wants to be reminded; both know of it. */
async function told(): Promise<void> {
  await write({});
  await scene.round();
  await say('subscribe');
  const card = await say('event Docker Night', 'ken');
  await scene.slack.press({ user: 'ken', on: card, button: 'Remind me' });
  scene.unread('ken');
  scene.unread('ken', 'dm');
}

/** What ken finds in the channel and in his conversation with the bot. */
const news = () => ({ channel: scene.unread('ken'), direct: scene.unread('ken', 'dm') });

/** Dates as ken reads them, in New York. */
const head = '# News about events\n';
const changed = 'You wanted to be reminded of this event. Something about it has changed:\n';

describe('a channel that is told of events', () => {
  test('hears once of one that is new', async () => {
    await scene.round();
    await say('subscribe');
    await write({});
    await scene.rounds(1, '2027-03-01 12:05');
    expect(news()).toEqual({
      channel: [
        `${head}• *Docker Night*\n  New\n  Wednesday, March 10, 2027 5:00 AM · Town hall\n[Coming up]`,
      ],
      direct: [],
    });
  });

  test('hears nothing of those that were known before it asked', async () => {
    await told();
    await scene.rounds(60, '2027-03-03 12:00');
    expect(news()).toEqual({ channel: [], direct: [] });
  });

  test('hears of all that is new at once in one message', async () => {
    await scene.round();
    await say('subscribe');
    for (let each = 1; each <= 12; each += 1)
      await scene.write(`events/${each}.md`, eventText({ ...night, title: `Night ${each}` }));
    await scene.rounds(1, '2027-03-01 12:05');
    const { channel } = news();
    expect(channel).toHaveLength(1);
    expect(channel[0]?.match(/ New$/gm)).toHaveLength(10);
    expect(channel[0]).toContain('… and 2 more.');
  });

  test('is told of its series or tag alone, and of nothing once that is ended', async () => {
    await scene.round();
    await say('subscribe tag:docker');
    await write({ tags: ['go'] });
    await scene.round('2027-03-01 12:01');
    expect(news().channel).toEqual([]);
    await scene.write('events/other.md', eventText({ ...night, title: 'Other Night', tags: ['docker'] }));
    await scene.round('2027-03-01 12:02');
    expect(news().channel).toEqual([expect.stringContaining('Other Night')]);
    await say('unsubscribe');
    await scene.write('events/other.md', null);
    await scene.rounds(60, '2027-03-02 12:00');
    expect(news().channel).toEqual([]);
  });

  test('by a mention is told in the channel, and not below that', async () => {
    await scene.round();
    await scene.slack.ask({ user: 'yui', channel: 'general', text: '@meetup subscribe' });
    await write({});
    await scene.round('2027-03-01 12:01');
    const message = scene.slack.messages('general').at(-1);
    expect([message?.text.includes('Docker Night'), message?.thread]).toEqual([true, null]);
    expect((await say('unsubscribe')).text).not.toContain('お知らせをしていません');
  });

  test('is subscribed by organisers alone', async () => {
    await scene.round();
    await say('subscribe', 'ken');
    expect(news().channel).toEqual(['Only organisers can decide this.']);
    await write({});
    await scene.round('2027-03-01 12:01');
    expect(news().channel).toEqual([]);
  });

  test('that does not take a message is named to whoever asks next, until it does', async () => {
    await scene.round();
    await say('subscribe');
    scene.slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    await write({});
    await scene.round('2027-03-01 12:01');
    expect(scene.logged).toMatchObject([{ level: 'warn', facts: { reason: 'restricted_action' } }]);
    expect((await say('subscribe')).text).toContain('restricted_action');
    await write({ start: '2027-03-11 19:00' });
    await scene.round('2027-03-01 12:02');
    expect((await say('subscribe')).text).not.toContain('restricted_action');
  });
});

describe('an event that was told', () => {
  test('and moves is told in one sentence, in the channel and to who wanted to go', async () => {
    await told();
    await write({ start: '2027-03-13 14:00' });
    await scene.rounds(1, '2027-03-01 12:05');
    const moved =
      '• *Docker Night*\n' +
      '  Moved from Wednesday, March 10, 2027 5:00 AM to Saturday, March 13, 2027 12:00 AM\n';
    expect(news()).toEqual({
      channel: [`${head}${moved}[Coming up]`],
      direct: [`${changed}${moved}[Details]`],
    });
  });

  test('and is called off is told to both, and is on again', async () => {
    await told();
    await write({ status: 'cancelled' });
    await scene.rounds(1, '2027-03-01 12:05');
    const off = '• *~Docker Night~*\n  Cancelled\n  Wednesday, March 10, 2027 5:00 AM · Town hall\n';
    expect(news()).toEqual({ channel: [`${head}${off}[Coming up]`], direct: [`${changed}${off}[Details]`] });
    await write({});
    await scene.rounds(1, '2027-03-01 12:10');
    const { channel, direct } = news();
    expect([channel, direct].map(([text]) => text?.includes('Takes place after all'))).toEqual([true, true]);
  });

  test('and is announced no longer is told to both, and not again', async () => {
    await told();
    await scene.write(path, null);
    await scene.rounds(1, '2027-03-01 12:05');
    const { channel, direct } = news();
    expect([channel, direct].map(([text]) => text?.includes('Is no longer announced'))).toEqual([true, true]);
    await scene.rounds(60, '2027-03-20 12:00');
    expect([news(), scene.logged]).toEqual([{ channel: [], direct: [] }, []]);
  });

  test('and is called otherwise is told to the channel; who wants to go can go all the same', async () => {
    await told();
    await write({ title: 'Docker Evening' });
    await scene.rounds(1, '2027-03-01 12:05');
    const { channel, direct } = news();
    expect(channel).toEqual([expect.stringContaining('Was called “Docker Night”')]);
    expect(direct).toEqual([]);
  });

  test('and of which only the description is another is told to nobody', async () => {
    await told();
    await scene.write(path, `${eventText(night)}\nNow with cake.\n`);
    await scene.rounds(1, '2027-03-01 12:05');
    expect(news()).toEqual({ channel: [], direct: [] });
  });

  test('is told by the button of the message in full', async () => {
    await told();
    await write({ start: '2027-03-13 14:00' });
    await scene.round('2027-03-01 12:01');
    const message = scene.slack.messages('DKEN').at(-1);
    if (message === undefined) throw new Error('nobody told ken');
    await scene.slack.press({ user: 'ken', on: message, button: 'Details' });
    expect(scene.slack.seenBy('ken', 'dm').at(-1)).toContain('Saturday, March 13, 2027 12:00 AM');
  });

  test('is not told again by the next process, however often one begins', async () => {
    await told();
    await write({ start: '2027-03-13 14:00' });
    await scene.round('2027-03-01 12:01');
    news();
    for (let time = 2; time <= 4; time += 1) {
      await scene.restart();
      await scene.round(`2027-03-01 12:0${time}`);
    }
    expect(news()).toEqual({ channel: [], direct: [] });
  });

  test('and changed while the bot was away is told when it is back', async () => {
    await told();
    await write({ start: '2027-03-13 14:00' });
    await scene.restart();
    await scene.round('2027-03-04 12:00');
    const { channel, direct } = news();
    expect([channel.length, direct.length]).toEqual([1, 1]);
  });
});

describe('seats', () => {
  const seats = (accepted: number, more: object = {}): void =>
    scene.announce(
      announced('Docker Meetup', { start: '2027-03-20T19:00', capacity: 30, accepted, waiting: 0, ...more }),
    );

  /** The feed is asked again after a while. */
  async function after(time: string): Promise<readonly string[]> {
    await scene.rounds(30, time);
    return news().channel;
  }

  test('that are free again are told; counts alone are not, nor that it is full', async () => {
    seats(10);
    await scene.round();
    await say('subscribe');
    news();
    seats(29);
    expect(await after('2027-03-01 18:00')).toEqual([]);
    seats(30);
    expect(await after('2027-03-02 00:00')).toEqual([]);
    seats(27);
    expect(await after('2027-03-02 06:00')).toEqual([expect.stringContaining('3 seats free again')]);
    seats(25);
    expect(await after('2027-03-02 12:00')).toEqual([]);
  });

  test('for which others wait are none that are free', async () => {
    seats(30, { waiting: 3 });
    await scene.round();
    await say('subscribe');
    news();
    seats(29, { waiting: 2 });
    expect(await after('2027-03-01 18:00')).toEqual([]);
    seats(29, { waiting: 0 });
    expect(await after('2027-03-02 00:00')).toEqual([expect.stringContaining('1 seat free again')]);
  });
});

describe('what is written in events', () => {
  test('calls nobody, whatever it says', async () => {
    await told();
    await write({
      title: '<!channel> @here <@UKEN> *bold*',
      place: '<!subteam^S1> @everyone',
      start: '2027-03-13 14:00',
    });
    await scene.round('2027-03-01 12:01');
    const { channel, direct } = news();
    expect([channel.length, direct.length]).toEqual([1, 1]);
    // That nothing of it was sent as a call is looked at when the scene is closed.
    expect(channel[0]).toContain('@here');
  });
});
