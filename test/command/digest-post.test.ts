/** Digests before and after they are posted: preview, now, what there is more of, what became of them, and all of them. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { writeDigestChannel, withAppearance } from '../../src/digest/channel.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { allWantedDigests } from '../../src/digest/wanted.ts';
import type { State } from '../../src/port.ts';
import { person, place } from '../world.ts';
import { button, direct, other, report, sceneOf, textOf } from './digest-scene.ts';
import type { DigestScene } from './digest-scene.ts';

let scene: DigestScene;
beforeEach(async () => {
  scene = await sceneOf();
  await scene.ask('digest-on', 'every Mon 09:00');
});

const kinds = ['digest', 'edition', 'letter', 'digest-now', 'organiser', 'round'];

const remembered = async (state: State): Promise<unknown> =>
  Promise.all(kinds.map(async (kind) => [kind, await state.list(kind)]));

describe('a preview', () => {
  test('says what would be posted and why, and changes nothing', async () => {
    const before = await remembered(scene.state);
    const view = await scene.ask('digest-preview');
    expect(view.failure).toBeUndefined();
    expect(textOf(view)).toContain('Container Night');
    expect(textOf(view)).toContain('2027-W10');
    expect(await remembered(scene.state)).toEqual(before);
    expect(await scene.round()).toEqual([]);
  });

  test('leads on, and not to itself', async () => {
    const { next } = await scene.ask('digest-preview');
    expect(next.map(({ command }) => command)).not.toContain('digest-preview');
    expect(next.map(({ command }) => command)).toContain('digest-pause');
  });

  test('of a channel without a digest is none', async () => {
    const input = 'channel:<#C2|random>';
    expect((await scene.ask('digest-preview', input)).failure?.code).toBe('digest-none');
  });
});

describe('one that is wanted now', () => {
  test('is seen first, and posted by the next round once somebody has', async () => {
    const view = await scene.ask('digest-now');
    expect(textOf(view)).toContain('This would be posted now.');
    expect(textOf(view)).toContain('Container Night');
    expect(await allWantedDigests(scene.state)).toEqual([]);
    const { command, input } = button(view, 'Post now');
    expect(textOf(await scene.ask(command, input))).toContain('within a minute');
    const [post, ...more] = await scene.round('2027-03-01T12:01:00+09:00');
    expect(post).toMatch(/^#C1: [\s\S]*Container Night/);
    expect(more).toEqual([]);
    expect(await allWantedDigests(scene.state)).toEqual([]);
  });

  test('that has nothing to say is not posted, and one is not asked', async () => {
    await scene.ask('digest-on', 'series:"Another one"');
    expect((await scene.ask('digest-now')).next).toEqual([]);
  });

  test('leaves the week its own', async () => {
    await scene.ask('digest-now', 'confirm:yes');
    await scene.round('2027-03-02T12:01:00+09:00');
    expect((await scene.channel())?.recent).toMatchObject([{ period: '2027-03-02' }]);
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toHaveLength(1);
  });

  test('is one, however often and by however many it is wanted', async () => {
    await Promise.all([
      scene.ask('digest-now', 'confirm:yes'),
      scene.ask('digest-now', 'confirm:yes', { who: other }),
    ]);
    expect(await scene.round('2027-03-01T12:01:00+09:00')).toHaveLength(1);
    expect(await scene.round('2027-03-01T12:02:00+09:00')).toEqual([]);
    expect((await scene.ask('digest-now', 'confirm:yes')).failure?.code).toBe('digest-today');
    expect((await scene.ask('digest-now')).failure?.code).toBe('digest-today');
  });

  test('on the day of the week’s own takes its place, and says so', async () => {
    scene.at('2027-03-08T08:00:00+09:00');
    expect(textOf(await scene.ask('digest-now'))).toContain('takes the place of the one that is due today');
    await scene.ask('digest-now', 'confirm:yes');
    expect(await scene.round()).toHaveLength(1);
    expect(await scene.round('2027-03-08T09:00:00+09:00')).toEqual([]);
  });

  test('is posted though the digest is paused', async () => {
    await scene.ask('digest-pause');
    await scene.ask('digest-now', 'confirm:yes');
    expect(await scene.round()).toHaveLength(1);
  });
});

describe('everything of one section', () => {
  test('is there for anyone, privately', async () => {
    for (const number of Array.from({ length: 9 }, (_, at) => at + 10))
      scene.files.set(`reports/${number}.md`, report(`Docker Meetup #${number}`, '2027-03-03'));
    await scene.round('2027-03-08T09:00:00+09:00');
    const key = editionKey(place, '2027-W10');
    const view = await scene.ask('digest-more', `section:reports ${key}`, { who: person });
    expect(view.failure).toBeUndefined();
    for (const number of [10, 18]) expect(textOf(view)).toContain(`#${number}`);
  });

  test.each(['section:reports digest 2020-W01 test W1 C1', 'section:weather', ''])(
    'of what is not known is none: %j',
    async (input) => {
      expect((await scene.ask('digest-more', input, { who: person })).failure?.code).toBe('digest-gone');
    },
  );
});

describe('what became of them', () => {
  test('is told, the newest first', async () => {
    expect(textOf(await scene.ask('digest-history'))).toContain('There has been none so far.');
    await scene.round('2027-03-08T09:00:00+09:00');
    await scene.ask('digest-skip');
    await scene.round('2027-03-15T09:00:00+09:00');
    const said = textOf(await scene.ask('digest-history'));
    expect(said).toMatch(/2027-W11 · .* · left out\s+2027-W10 · Mon, 8 Mar 2027.* · posted · \d things?/);
  });

  test('is told in pages', async () => {
    for (const week of Array.from({ length: 15 }, (_, at) => String(at + 10)))
      await writeDigestChannel(scene.state, place, (there) =>
        there === null
          ? null
          : withAppearance(there, {
              period: `2027-W${week}`,
              day: `2027-01-${week}`,
              at: '2027-01-01T00:00:00Z',
              outcome: 'posted',
              items: 0,
              key: week,
            }),
      );
    const first = await scene.ask('digest-history');
    expect(textOf(first)).not.toContain('2027-W14');
    const { command, input } = button(first, 'More (5)');
    const second = await scene.ask(command, input, { where: direct });
    expect(second.failure).toBeUndefined();
    expect(textOf(second)).toContain('2027-W14');
  });
});

describe('one of which nobody knows whether it stands there', () => {
  const key = editionKey(place, '2027-W10');
  beforeEach(async () => {
    await scene.round('2027-03-08T09:00:00+09:00');
    await writeDigestChannel(scene.state, place, (there) =>
      there === null
        ? null
        : { ...there, recent: there.recent.map((each) => ({ ...each, outcome: 'unknown' })) },
    );
    const value = { ...letter, key, isParked: true };
    await scene.state.put({ kind: 'letter', key, version: null, value });
  });

  const letter = {
    platform: place.platform,
    to: place,
    view: { body: { type: 'root', children: [] }, next: [] },
    until: '2027-03-15T00:00:00.000Z',
    triedAt: '2027-03-08T00:00:00.000Z',
    tries: 1,
    notBefore: null,
  };

  const outcome = async (): Promise<unknown> => (await scene.channel())?.recent[0]?.outcome;

  test('counts as posted where an organiser has seen it', async () => {
    expect(textOf(await scene.ask('digest-settle', `answer:there ${key}`))).toContain('counts as posted');
    expect(await outcome()).toBe('posted');
    expect(await scene.round('2027-03-08T09:05:00+09:00')).toEqual([]);
  });

  test('is posted again where it is not there, once', async () => {
    await Promise.all([
      scene.ask('digest-settle', `answer:again ${key}`),
      scene.ask('digest-settle', `answer:again ${key}`, { who: other }),
    ]);
    expect(await scene.round('2027-03-08T09:05:00+09:00')).toHaveLength(1);
    expect(await outcome()).toBe('posted');
    const late = await scene.ask('digest-settle', `answer:again ${key}`);
    expect(textOf(late)).toContain('decided already');
    expect(await scene.round('2027-03-08T09:06:00+09:00')).toEqual([]);
  });

  test('is decided by organisers alone, and with one of two answers', async () => {
    const input = `answer:there ${key}`;
    expect((await scene.ask('digest-settle', input, { who: person })).failure?.code).toBe(
      'organisers-decide',
    );
    expect((await scene.ask('digest-settle', `answer:perhaps ${key}`)).failure?.code).toBe('digest-gone');
    expect(await outcome()).toBe('unknown');
  });
});

describe('all of them', () => {
  test('are listed with their schedules, what is wrong, and their next three times', async () => {
    await scene.ask('digest-on', 'channel:<#C2|random> daily 8:00 zone:Europe/Berlin');
    await scene.ask('digest-pause', 'channel:<#C2|random>');
    const view = await scene.ask('digest-list', '', { where: direct });
    const said = textOf(view);
    expect(said).toContain('2 channels have a digest');
    expect(said).toMatch(
      /general: every Monday 9:00 \(Asia\/Tokyo\)\s+Mon, 8 Mar.* · Mon, 15 Mar.* · Mon, 22 Mar/,
    );
    expect(said).toMatch(/random: .*8:00 \(Europe\/Berlin\)\s+It is paused/);
    const opened = await scene.ask(button(view, '#random').command, button(view, '#random').input);
    expect(textOf(opened)).toContain('random');
  });

  test('are what one sees in a conversation with the bot', async () => {
    const view = await scene.ask('digest', '', { where: direct });
    expect(textOf(view)).toContain('1 channel has a digest');
  });

  test('are none at first', async () => {
    await scene.ask('digest-off');
    expect(textOf(await scene.ask('digest-list'))).toContain('No channel has a digest.');
  });

  test('come in pages', async () => {
    scene.directory(null);
    for (const at of Array.from({ length: 12 }, (_, number) => number + 10))
      await scene.ask('digest-on', `channel:<#X${at}|x${at}>`);
    const first = await scene.ask('digest-list');
    const { command, input } = button(first, 'More (3)');
    expect(textOf(await scene.ask(command, input))).toContain('x21');
  });

  test('name those of the file that the platform does not know', async () => {
    scene.files.set(
      'community.md',
      '---\nlocale: en\ndigests:\n  - { channel: "#nowhere", schedule: every Mon 09:00 }\n---\n',
    );
    await scene.round();
    expect(textOf(await scene.ask('digest-list'))).toMatch(/community\.md.*#nowhere/);
  });
});
