/** A digest that rests for a while, leaves one out, goes on, or ends. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { writeDigestChannel } from '../../src/digest/channel.ts';
import { allWantedDigests } from '../../src/digest/wanted.ts';
import { person, place } from '../world.ts';
import { button, other, sceneOf, textOf } from './digest-scene.ts';
import type { DigestScene } from './digest-scene.ts';

let scene: DigestScene;
beforeEach(async () => {
  scene = await sceneOf();
  await scene.ask('digest-on', 'every Mon 09:00');
});

const paused = async (): Promise<unknown> => (await scene.channel())?.paused;

describe('a pause', () => {
  test('lasts until somebody wants the digest again', async () => {
    const view = await scene.ask('digest-pause');
    expect(await paused()).toEqual({ until: null });
    expect(textOf(view)).toContain('It is paused until somebody wants it again.');
    expect(textOf(view)).not.toContain('The next ones:');
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toEqual([]);
    await scene.ask(...called(button(view, 'Resume')));
    expect(await paused()).toBeNull();
    expect(await scene.round('2027-03-08T10:00:00+09:00')).toEqual([]);
    expect(await scene.round('2027-03-15T09:00:00+09:00')).toHaveLength(1);
  });

  test.each([
    ['until 15 Mar', '2027-03-14T15:00:00.000Z'],
    ['15 Mar', '2027-03-14T15:00:00.000Z'],
    ['3/15', '2027-03-14T15:00:00.000Z'],
    ['3/15まで', '2027-03-15T15:00:00.000Z'],
    ['来週の金曜まで', '2027-03-12T15:00:00.000Z'],
    ['until next Friday 12:00', '2027-03-12T03:00:00.000Z'],
    ['3/15 12時まで', '2027-03-15T03:00:00.000Z'],
  ])('%s', async (input, until) => {
    expect((await scene.ask('digest-pause', input)).failure).toBeUndefined();
    expect(await paused()).toEqual({ until });
  });

  test('until a day ends by itself: the digest of that day is posted', async () => {
    const view = await scene.ask('digest-pause', 'until 15 Mar');
    expect(textOf(view)).toMatch(/The next ones:\s+Mon, 15 Mar 2027, 09:00/);
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toEqual([]);
    expect(await scene.round('2027-03-15T09:00:00+09:00')).toHaveLength(1);
  });

  test('is by the clock of the channel', async () => {
    await scene.ask('digest-on', 'zone:America/New_York');
    await scene.ask('digest-pause', 'until 15 Mar');
    expect(await paused()).toEqual({ until: '2027-03-15T04:00:00.000Z' });
  });

  test.each([
    ['until whenever', 'when-unclear'],
    ['2020-01-01', 'when-past'],
    ['毎週月曜', 'when-unclear'],
    ['2027-03-01', 'when-past'],
    ['30 Feb', 'when-no-such-day'],
  ])('that can not be read changes nothing: %s', async (input, code) => {
    expect((await scene.ask('digest-pause', input)).failure?.code).toBe(code);
    expect(await paused()).toBeNull();
  });

  test('twice, and by two at once, is one', async () => {
    await Promise.all([scene.ask('digest-pause'), scene.ask('digest-pause', '', { who: other })]);
    expect(await paused()).toEqual({ until: null });
    await scene.ask('digest-resume');
    expect(textOf(await scene.ask('digest-resume'))).toContain('It goes on.');
    expect(await paused()).toBeNull();
  });
});

describe('what was wrong', () => {
  const troubled = () =>
    writeDigestChannel(scene.state, place, (there) => there && { ...there, trouble: 'is_archived' });

  test('is said, and seen to with a press', async () => {
    await troubled();
    const view = await scene.ask('digest');
    expect(textOf(view)).toContain('is_archived');
    await scene.ask(...called(button(view, 'Resume')));
    expect((await scene.channel())?.trouble).toBeNull();
  });

  test('is over when the bot is let in; a pause is not', async () => {
    await troubled();
    await scene.ask('digest-pause');
    const view = await scene.ask('joined', '', { who: person });
    expect(view.failure).toBeUndefined();
    expect(await scene.channel()).toMatchObject({ trouble: null, paused: { until: null } });
    expect((await scene.ask('joined', '', { who: person })).body.children).toEqual([]);
  });

  test('a channel without a digest has none when the bot is let in', async () => {
    await scene.ask('joined', '', { where: { ...place, channel: 'C2' } });
    expect(await scene.channel('C2')).toBeNull();
  });
});

describe('the next one', () => {
  test('is left out, and can be wanted again', async () => {
    const view = await scene.ask('digest-skip');
    expect(textOf(view)).toMatch(/left out: Mon, 8 Mar 2027, 09:00.*\n.*\n.*Mon, 15 Mar 2027, 09:00/);
    expect((await scene.channel())?.skips).toBe('2027-W10');
    expect(textOf(await scene.ask('digest'))).toContain('This one is left out: Mon, 8 Mar 2027');
    const back = await scene.ask(...called(button(view, 'Do not leave it out')));
    expect(textOf(back)).toContain('The next one: Mon, 8 Mar 2027');
    expect((await scene.channel())?.skips).toBeNull();
  });

  test('is left out once, however often that is asked for', async () => {
    await Promise.all([scene.ask('digest-skip'), scene.ask('digest-skip', '', { who: other })]);
    await scene.ask('digest-skip');
    expect((await scene.channel())?.skips).toBe('2027-W10');
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toEqual([]);
    expect((await scene.channel())?.recent).toMatchObject([{ period: '2027-W10', outcome: 'skipped' }]);
    expect(await scene.round('2027-03-15T09:00:00+09:00')).toHaveLength(1);
  });

  test('of one that is paused for good is none', async () => {
    await scene.ask('digest-pause');
    expect((await scene.ask('digest-skip')).failure?.code).toBe('digest-resting');
  });

  test('after a pause is the one after it', async () => {
    await scene.ask('digest-pause', 'until 10 Mar');
    await scene.ask('digest-skip');
    expect((await scene.channel())?.skips).toBe('2027-W11');
  });

  test('yes or no, nothing else', async () => {
    expect((await scene.ask('digest-skip', 'back:perhaps')).failure?.code).toBe('yes-or-no');
  });
});

describe('no more digest', () => {
  test('ends it, and twice is once', async () => {
    await scene.ask('digest-now', 'confirm:yes');
    expect(textOf(await scene.ask('digest-off'))).toContain('gets no digest any more');
    expect(await scene.channel()).toBeNull();
    expect(await allWantedDigests(scene.state)).toEqual([]);
    const again = await scene.ask('digest-off');
    expect(again.failure).toBeUndefined();
    expect(textOf(again)).toContain('has no digest');
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toEqual([]);
  });
});

describe('a channel that the file names', () => {
  beforeEach(async () => {
    scene.files.set(
      'community.md',
      '---\nlocale: en\ndigests:\n  - { channel: "#file", schedule: every Mon 09:00 }\n---\n',
    );
    await scene.round();
  });

  test('can be paused, resumed and left out, and not ended', async () => {
    const input = 'channel:<#C3|file>';
    const { setting } = (await scene.channel('C3')) ?? {};
    await scene.ask('digest-pause', input);
    expect((await scene.channel('C3'))?.paused).toEqual({ until: null });
    await scene.ask('digest-resume', input);
    await scene.ask('digest-skip', input);
    expect(await scene.channel('C3')).toMatchObject({ paused: null, skips: '2027-W10', setting });
    const view = await scene.ask('digest-off', input);
    expect(view.failure?.code).toBe('digest-in-file');
    expect(await scene.channel('C3')).not.toBeNull();
    const overview = await scene.ask('digest', input);
    expect(textOf(overview)).toContain('It is set up in community.md');
    expect(overview.next.map(({ command }) => command)).not.toContain('digest-off');
  });
});

const called = ({ command, input }: { readonly command: string; readonly input: string }) =>
  [command, input] as const;
