/** `digests` of community.md. */
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config.ts';
import { allSections, readSection, usualDigest } from '../../src/content/digest-setting.ts';

const read = (digests: string) =>
  readSettings({ path: 'community.md', text: `---\nname: Ours\n${digests}\n---\n` });

const digestsOf = (digests: string) => {
  const { settings, problems } = read(digests);
  expect(problems).toEqual([]);
  return settings.digests;
};

describe('a digest of a community', () => {
  test('needs no more than a channel', () => {
    expect(digestsOf('digests:\n  channel: "#general"')).toEqual([usualDigest]);
    expect(usualDigest).toEqual({
      channel: '#general',
      platform: null,
      workspace: null,
      schedule: '0 9 * * 1',
      zone: null,
      locale: null,
      sections: ['events', 'reports', 'slides', 'calls', 'archive'],
      tags: [],
      series: [],
      thread: false,
      empty: 'skip',
      mention: null,
      keep: false,
    });
  });

  test('may be one, without a list', () => {
    expect(digestsOf('digests: { channel: news, thread: true }')).toEqual([
      { ...usualDigest, channel: 'news', thread: true },
    ]);
  });

  test('is all that is said of it', () => {
    const row = `
digests:
  - channel: C0123
    platform: Slack
    workspace: T0123
    schedule: 毎週木曜 18時半
    zone: Europe/Berlin
    locale: en
    sections: [calls, events]
    tags: docker、kubernetes
    series: [Container Night]
    thread: true
    empty: say
    mention: organisers
    keep: true`;
    expect(digestsOf(row)).toEqual([
      {
        channel: 'C0123',
        platform: 'slack',
        workspace: 'T0123',
        schedule: '30 18 * * 4',
        zone: 'Europe/Berlin',
        locale: 'en',
        sections: ['calls', 'events'],
        tags: ['docker', 'kubernetes'],
        series: ['Container Night'],
        thread: true,
        empty: 'say',
        mention: 'organisers',
        keep: true,
      },
    ]);
  });

  test.each([
    ['schedule: every Mon 09:00', { schedule: '0 9 * * 1' }],
    ['schedule: 0 9 1 * *', { schedule: '0 9 1 * *' }],
    ['schedule:', { schedule: '0 9 * * 1' }],
    ['sections: イベント、募集', { sections: ['events', 'calls'] }],
    ['sections: [レポート, スライド, アーカイブ]', { sections: ['reports', 'slides', 'archive'] }],
    ['sections: Events', { sections: ['events'] }],
    ['tags:', { tags: [] }],
    ['sections: アーカイブ, Events、募集', { sections: ['archive', 'events', 'calls'] }],
    ['tags: docker', { tags: ['docker'] }],
    ['tags: [rust, 12]', { tags: ['rust', '12'] }],
    ['mention: ""', { mention: null }],
    ['workspace: "123456789012345678"', { workspace: '123456789012345678' }],
  ])('is understood as people write it: %s', (field, expected) => {
    expect(digestsOf(`digests:\n  - channel: general\n    ${field}`)).toEqual([
      { ...usualDigest, channel: 'general', ...expected },
    ]);
  });

  test.each([
    'schedule: now and then',
    'schedule: every 2 weeks',
    'schedule: 0 9 31 2 *',
    'zone: Evil/Zone',
    'locale: fr',
    'platform: irc',
    'sections: weather',
    'sections: []',
    'thread: sometimes',
    'empty: shout',
    'keep: 3',
    'colour: blue',
    'workspace: 123456789012345678',
  ])('of which something is not understood is none, is named, and takes no other with it: %s', (field) => {
    const { settings, problems } = read(
      `digests:\n  - channel: one\n    ${field}\n  - channel: two\nlocale: en`,
    );
    expect(settings.digests.map(({ channel }) => channel)).toEqual(['two']);
    expect(settings.locale).toBe('en');
    expect(problems).toEqual([{ line: 3, code: 'settings-unreadable', detail: 'digests' }]);
  });

  test.each([
    'digests: 1',
    'digests: { channel: }',
    'digests:\n  - channel: #general',
    'digests: weekly',
    'digests: [general]',
    'digests:\n  - schedule: every Monday',
  ])('has to say where: %j', (header) => {
    const { settings, problems } = read(header);
    expect([settings.digests, problems.map(({ detail }) => detail)]).toEqual([[], ['digests']]);
  });
});

describe('a part of a digest', () => {
  test.each([
    ['events', 'events'],
    [' Reports ', 'reports'],
    ['スライド', 'slides'],
    ['募集', 'calls'],
    ['アーカイブ', 'archive'],
  ])('is called %s', (name, section) => {
    expect(readSection(name)).toBe(section);
  });

  test('has to be one', () => {
    expect(['', 'constructor', 'weather'].map(readSection)).toEqual([null, null, null]);
    expect(allSections.map(readSection)).toEqual(allSections);
  });
});
