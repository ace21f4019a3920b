/** `/meetup digest on`: what is set up, what is said of it, and what stays as it was. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { allOrganisers } from '../../src/event/organiser.ts';
import { organiser, person, place } from '../world.ts';
import { button, direct, other, sceneOf, textOf } from './digest-scene.ts';
import type { DigestScene } from './digest-scene.ts';

let scene: DigestScene;
beforeEach(async () => {
  scene = await sceneOf();
});

describe('a channel gets a digest', () => {
  test('in words, and the next three times are said', async () => {
    const view = await scene.ask('digest-on', 'every Mon 09:00');
    expect(view.failure).toBeUndefined();
    const said = textOf(view);
    expect(said).toContain('every Monday 9:00 (Asia/Tokyo)');
    for (const day of ['8 Mar', '15 Mar', '22 Mar']) expect(said).toContain(day);
    expect(said).not.toContain('29 Mar');
    expect(await scene.channel()).toMatchObject({
      place: { platform: 'test', workspace: 'W1', channel: 'C1', name: '#general', visibility: 'public' },
      setting: { channel: '#general', schedule: '0 9 * * 1', thread: false, empty: 'skip', mention: null },
      from: 'chat',
      by: { id: organiser.id, platform: 'test' },
      since: '2027-03-01T03:00:00.000Z',
      paused: null,
      trouble: null,
      recent: [],
    });
  });

  test.each([
    ['毎週月曜 9:00', '0 9 * * 1'],
    ['毎週月曜９時', '0 9 * * 1'],
    ['平日 8:30', '30 8 * * 1,2,3,4,5'],
    ['30 10 * * 4', '30 10 * * 4'],
  ])('as %s', async (typed, schedule) => {
    const view = await scene.ask('digest-on', typed, { locale: 'ja' });
    expect(view.failure).toBeUndefined();
    expect((await scene.channel())?.setting.schedule).toBe(schedule);
  });

  test('every Monday at nine where nothing is said of when', async () => {
    await scene.ask('digest-on');
    expect((await scene.channel())?.setting.schedule).toBe('0 9 * * 1');
  });

  test('another one than that in which it is asked for, also in a conversation with the bot', async () => {
    await scene.ask('digest-on', 'channel:<#C2|random> daily 8:00', { where: direct });
    expect(await scene.channel('C2')).toMatchObject({
      place: { channel: 'C2', name: '#random', visibility: 'public' },
    });
    expect(await scene.channel('D1')).toBeNull();
  });

  test('as a whole, when it is asked for in a thread', async () => {
    await scene.ask('digest-on', '', { where: { ...place, thread: '17.1' } });
    expect((await scene.channel())?.place).not.toHaveProperty('thread');
  });

  test('with all that may be wished for, in both languages', async () => {
    const wishes =
      '毎日 8:00 zone:Europe/Berlin locale:英語 sections:"レポート、events" tag:docker,k8s series:"Docker Meetup" thread:はい empty:伝える mention:@docker keep:yes';
    expect((await scene.ask('digest-on', wishes, { locale: 'ja' })).failure).toBeUndefined();
    expect((await scene.channel())?.setting).toEqual({
      channel: '#general',
      platform: 'test',
      workspace: 'W1',
      schedule: '0 8 * * *',
      zone: 'Europe/Berlin',
      locale: 'en',
      sections: ['reports', 'events'],
      tags: ['docker', 'k8s'],
      series: ['Docker Meetup'],
      thread: true,
      empty: 'say',
      mention: 'docker',
      keep: true,
    });
  });

  test('and whoever set it up is known from then on', async () => {
    await scene.ask('digest-on');
    expect(await allOrganisers(scene.state)).toMatchObject([{ who: { id: organiser.id } }]);
  });
});

describe('asked for again', () => {
  test('it changes what is said, and keeps the rest and what was told', async () => {
    await scene.ask('digest-on', 'every Mon 09:00 series:Night empty:say');
    const told = { period: '2027-W10', day: '2027-03-08', at: '2027-03-08T00:00:00.000Z', outcome: 'posted' };
    await scene.round('2027-03-08T09:00:00+09:00');
    const before = await scene.channel();
    expect(before?.recent).toMatchObject([told]);
    await scene.ask('digest-on', 'every Tue 10:00 empty:skip', { who: other });
    expect(await scene.channel()).toMatchObject({
      setting: { schedule: '0 10 * * 2', empty: 'skip', series: ['Night'] },
      recent: before?.recent,
      by: { id: other.id },
    });
  });

  test('nothing that another schedule would have wanted before is made up for', async () => {
    await scene.ask('digest-on', 'every Fri 09:00');
    scene.at('2027-03-03T12:00:00+09:00');
    await scene.ask('digest-on', 'every Tue 09:00');
    expect(await scene.round('2027-03-03T12:01:00+09:00')).toEqual([]);
    expect(await scene.channel()).toMatchObject({
      since: '2027-03-03T03:00:00.000Z',
      newsFrom: '2027-03-01T03:00:00.000Z',
    });
  });

  test('the same changes nothing', async () => {
    await scene.ask('digest-on', 'every Mon 09:00');
    const before = await scene.channel();
    scene.at('2027-03-02T12:00:00+09:00');
    await scene.ask('digest-on', 'every Mon 09:00');
    expect(await scene.channel()).toEqual(before);
  });

  test('without anything it goes on with one that is paused', async () => {
    await scene.ask('digest-on', 'every Tue 09:00');
    await scene.ask('digest-pause');
    await scene.ask('digest-on');
    expect(await scene.channel()).toMatchObject({ paused: null, setting: { schedule: '0 9 * * 2' } });
  });

  test('a wish is taken back with a word', async () => {
    await scene.ask('digest-on', 'tag:docker series:x mention:docker zone:UTC locale:en sections:events');
    await scene.ask('digest-on', 'tag:none series:なし mention:none zone:auto locale:- sections:すべて');
    expect((await scene.channel())?.setting).toMatchObject({
      tags: [],
      series: [],
      mention: null,
      zone: null,
      locale: null,
      sections: ['events', 'reports', 'slides', 'calls', 'archive'],
    });
  });

  test('by two organisers at once, it is one digest with both their wishes', async () => {
    await Promise.all([
      scene.ask('digest-on', 'every Mon 09:00 thread:yes'),
      scene.ask('digest-on', 'tag:docker', { who: other }),
    ]);
    expect(await scene.channel()).toMatchObject({
      setting: { schedule: '0 9 * * 1', thread: true, tags: ['docker'] },
    });
  });
});

describe('older reports', () => {
  const label = 'Include 1 report of the last 30 days';

  test('are no news, and one is asked whether they should be', async () => {
    const view = await scene.ask('digest-on');
    expect(textOf(view)).toContain('It begins today');
    expect(button(view, label)).toMatchObject({ command: 'digest-on' });
  });

  test('are told by the first digest, when it is due, where an organiser says so', async () => {
    const { command, input } = button(await scene.ask('digest-on', 'every Mon 09:00'), label);
    const view = await scene.ask(command, input);
    expect(view.next.map((next) => next.label)).not.toContain(label);
    expect(textOf(view)).toContain('30 Jan 2027');
    await scene.ask(command, input);
    expect(await scene.round('2027-03-01T12:01:00+09:00')).toEqual([]);
    const [post] = await scene.round('2027-03-08T09:00:00+09:00');
    expect(post).toContain('Docker Meetup #7');
    expect(post).not.toContain('Docker Meetup #6');
  });

  test('of two months are offered where the last one had none', async () => {
    scene.at('2027-03-30T12:00:00+09:00');
    const view = await scene.ask('digest-on');
    expect(view.next[0]?.label).toBe('Include 1 report of the last 60 days');
  });

  test('are not offered where there are none', async () => {
    scene.at('2027-09-01T12:00:00+09:00');
    const view = await scene.ask('digest-on');
    expect(view.next.map((next) => next.command)).not.toContain('digest-on');
  });
});

describe('what can not be set up is said in one sentence', () => {
  test.each([
    ['sometimes', 'digest-schedule'],
    ['0 9 31 2 *', 'digest-schedule'],
    ['every 2 weeks', 'digest-schedule'],
    ['zone:Mars', 'digest-zone'],
    ['locale:fr', 'digest-language'],
    ['sections:weather', 'digest-sections'],
    ['empty:perhaps', 'digest-empty'],
    ['thread:perhaps', 'yes-or-no'],
    ['keep:2', 'yes-or-no'],
    ['mention:everyone', 'digest-role'],
    ['channel:<#C9|elsewhere> daily 8:00', 'digest-unreachable'],
    ['include:0', 'number-out-of-range'],
  ])('%s', async (input, code) => {
    for (const locale of ['ja', 'en'] as const) {
      const view = await scene.ask('digest-on', input, { locale });
      expect(view.failure).toMatchObject({ kind: 'request', code });
      expect(view.failure?.message).toBe(textOf(view, locale));
    }
    expect(await scene.channel()).toBeNull();
  });

  test('by anyone but an organiser, and without saying where in a conversation', async () => {
    expect((await scene.ask('digest-on', '', { who: person })).failure?.code).toBe('organisers-decide');
    expect((await scene.ask('digest-on', '', { where: direct })).failure?.code).toBe('digest-where');
  });

  test('in a channel that the file names: it says where that is to be changed', async () => {
    scene.files.set(
      'community.md',
      '---\nlocale: en\ndigests:\n  - { channel: "#file", schedule: every Mon 09:00 }\n---\n',
    );
    await scene.round();
    const before = await scene.channel('C3');
    expect(before?.from).toBe('file');
    const view = await scene.ask('digest-on', 'channel:<#C3|file> daily 8:00');
    expect(view.failure?.code).toBe('digest-in-file');
    expect(textOf(view)).toMatch(/#file.*community\.md.*digests/);
    expect(await scene.channel('C3')).toEqual(before);
  });

  test('a platform that can not be asked keeps nobody from it', async () => {
    scene.directory(null);
    const view = await scene.ask('digest-on', 'channel:<#C9|elsewhere> mention:editors');
    expect(view.failure).toBeUndefined();
    expect(await scene.channel('C9')).toMatchObject({ place: { name: '#elsewhere', visibility: 'private' } });
  });
});
