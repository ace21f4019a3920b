import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config.ts';
import { allSections, readSection, usualDigest } from '../../src/content/digest-setting.ts';

const settingsOf = (...lines: readonly string[]) => {
  const text = ['---', 'name: Cats', ...lines, '---', ''].join('\n');
  const { settings, problems } = readSettings({ path: 'community.md', text });
  return { name: settings.name, digests: settings.digests, problems };
};

const problem = { line: 3, code: 'settings-unreadable', detail: 'digests' };

describe('digests of a community', () => {
  test('have what is usual where only their channel is said', () => {
    expect(settingsOf('digests:', '  - channel: "#general"')).toEqual({
      name: 'Cats',
      digests: [usualDigest],
      problems: [],
    });
    expect(usualDigest).toMatchObject({ schedule: '0 9 * * 1', empty: 'skip', thread: false, keep: false });
    expect(allSections).toEqual(['events', 'reports', 'slides', 'calls', 'archive']);
  });

  test('may be one, without a list', () => {
    expect(settingsOf('digests: { channel: news, thread: true }').digests).toEqual([
      { ...usualDigest, channel: 'news', thread: true },
    ]);
  });

  test('say all that there is to say', () => {
    const { digests, problems } = settingsOf(
      'digests:',
      '  - channel: C024BE91L',
      '    platform: slack',
      '    workspace: T1',
      '    schedule: 毎月第1月曜 10時',
      '    zone: Europe/Berlin',
      '    locale: en',
      '    sections: アーカイブ, Events、募集',
      '    tags: [rust, 12]',
      '    series: LT Night',
      '    empty: say',
      '    mention: readers',
      '    keep: true',
    );
    expect(problems).toEqual([]);
    expect(digests).toEqual([
      {
        channel: 'C024BE91L',
        platform: 'slack',
        workspace: 'T1',
        schedule: '0 10 * * 1#1',
        zone: 'Europe/Berlin',
        locale: 'en',
        sections: ['archive', 'events', 'calls'],
        tags: ['rust', '12'],
        series: ['LT Night'],
        thread: false,
        empty: 'say',
        mention: 'readers',
        keep: true,
      },
    ]);
  });

  test.each([
    ['a channel that is a comment of YAML', 'channel: #general'],
    ['no channel', 'thread: true'],
    ['a key that nobody knows', 'channel: news, threads: true'],
    ['a schedule that is not understood', 'channel: news, schedule: every 2 weeks'],
    ['a schedule that is never due', 'channel: news, schedule: 0 9 31 2 *'],
    ['a zone that there is not', 'channel: news, zone: Mars/Olympus'],
    ['a section that there is not', 'channel: news, sections: gossip'],
    ['no section at all', 'channel: news, sections: []'],
    ['a platform that there is not', 'channel: news, platform: irc'],
    ['something else than yes or no', 'channel: news, thread: perhaps'],
  ])('with %s are none, and that is a problem; the others stay', (_, bad) => {
    const lines = bad.split(', ').map((each, at) => `${at === 0 ? '  - ' : '    '}${each}`);
    const { name, digests, problems } = settingsOf(
      'digests:',
      '  - channel: first',
      ...lines,
      '  - channel: last',
    );
    expect(name).toBe('Cats');
    expect(digests.map(({ channel }) => channel)).toEqual(['first', 'last']);
    expect(problems).toEqual([problem]);
  });

  test('of which not one can be read are none', () => {
    expect(settingsOf('digests: { channel: }')).toMatchObject({ digests: [], problems: [problem] });
    expect(settingsOf('digests: news')).toMatchObject({ digests: [], problems: [problem] });
  });

  test.each([
    ['イベント', 'events'],
    [' Slides ', 'slides'],
    ['gossip', null],
  ])('have sections as people call them: %s', (name, section) => {
    expect(readSection(name)).toBe(section);
  });
});
