import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { readSettings } from '../src/config.ts';

const settingsOf = (header: string) => readSettings({ path: 'community.md', text: `---\n${header}\n---\n` });

/** Nobody's words are kept who has not agreed. */
const defaultNotes = {
  consent: 'agreed',
  collectors: 'members',
  reaction: null,
  folder: 'reports',
  names: 'shown',
  programs: [],
  files: true,
  channels: [],
};

const defaults = readSettings(null).settings;

describe('the settings of a community', () => {
  test('have a default each', () => {
    expect(readSettings(null)).toEqual({
      settings: {
        name: null,
        locale: 'ja',
        zone: 'Asia/Tokyo',
        site: null,
        organisers: [],
        workspaces: [],
        aliases: [],
        people: [],
        feeds: [],
        digests: [],
        notes: defaultNotes,
        publish: null,
      },
      problems: [],
    });
    expect(readSettings({ path: 'community.md', text: '# We have no settings\n' })).toEqual(
      readSettings(null),
    );
  });

  test('are what stands in the header', () => {
    const { settings, problems } = settingsOf(
      `
name: Container Night
locale: en
zone: Europe/Berlin
site: https://example.org/:year/:slug/
organisers: [alice, U0123]
workspaces: [T0123, "123456789012345678"]
aliases:
  - [k8s, kubernetes]
people:
  - [前佛雅人, zembutsu]
  - { names: [Jane], hidden: true }`,
    );
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      name: 'Container Night',
      locale: 'en',
      zone: 'Europe/Berlin',
      site: 'https://example.org/:year/:slug/',
      organisers: ['alice', 'U0123'],
      workspaces: ['T0123', '123456789012345678'],
      aliases: [['k8s', 'kubernetes']],
      people: [
        { names: ['前佛雅人', 'zembutsu'], hidden: false },
        { names: ['Jane'], hidden: true },
      ],
      feeds: [],
      digests: [],
      notes: defaultNotes,
      publish: null,
    });
  });

  test('may be TOML', () => {
    const source = {
      path: 'community.md',
      text: '+++\nname = "夜会"\naliases = [["k8s", "kubernetes"]]\n+++\n',
    };
    expect(readSettings(source)).toEqual({
      settings: { ...defaults, name: '夜会', aliases: [['k8s', 'kubernetes']] },
      problems: [],
    });
  });

  test.each([
    ['organisers: alice、bob', { organisers: ['alice', 'bob'] }],
    ['organisers: alice', { organisers: ['alice'] }],
    ['name: 2027', { name: '2027' }],
    ['name: 1.10', { name: '1.10' }],
    ['name:', {}],
    ['aliases:\n  - k8s, kubernetes', { aliases: [['k8s', 'kubernetes']] }],
    ['aliases:\n  k8s: kubernetes', { aliases: [['k8s', 'kubernetes']] }],
    ['people:\n  前佛雅人: [zembutsu]', { people: [{ names: ['前佛雅人', 'zembutsu'], hidden: false }] }],
    ['people:\n  - name: Jane\n    hidden: true', { people: [{ names: ['Jane'], hidden: true }] }],
  ])('are understood as people write them: %j', (header, expected) => {
    expect(settingsOf(header)).toEqual({ settings: { ...defaults, ...expected }, problems: [] });
  });

  test.each([
    ['locale: fr', 'locale'],
    ['zone: Evil/Zone', 'zone'],
    ['zone: 9', 'zone'],
    ['site: example.org', 'site'],
    ['site: "javascript:alert(1)"', 'site'],
    ['organisers: { a: 1 }', 'organisers'],
    ['colour: blue', 'colour'],
    ['constructor: 1', 'constructor'],
  ])('leave out what they do not understand, and name it with its line: %j', (header, detail) => {
    expect(settingsOf(`name: Ours\n${header}`)).toEqual({
      settings: { ...defaults, name: 'Ours' },
      problems: [{ line: 3, code: 'settings-unreadable', detail }],
    });
  });

  test('lose no good item of a list to a bad one', () => {
    const { settings, problems } = settingsOf('people:\n  - [a, b]\n  - { x: 1 }\nzone: UTC');
    expect(settings).toMatchObject({ people: [{ names: ['a', 'b'] }], zone: 'UTC' });
    expect(problems).toEqual([{ line: 2, code: 'settings-unreadable', detail: 'people' }]);
  });

  test('refuse an id that YAML has rounded, because it is another one', () => {
    const { settings, problems } = settingsOf('workspaces: [T01, 123456789012345678]');
    expect(settings.workspaces).toEqual(['T01']);
    expect(problems).toEqual([{ line: 2, code: 'settings-unreadable', detail: 'workspaces' }]);
  });

  test('publish nothing unless they say where to', () => {
    expect(settingsOf('publish: https://github.com/o/r').settings.publish).toEqual({
      git: 'https://github.com/o/r',
      branch: null,
      folder: '',
      as: 'push',
    });
    expect(
      settingsOf(
        'publish: { git: ssh://git@github.com/o/r.git, branch: main, folder: /site/, as: pull-request }',
      ).settings.publish,
    ).toEqual({ git: 'ssh://git@github.com/o/r.git', branch: 'main', folder: 'site', as: 'pull-request' });
  });

  test.each([
    '--upload-pack=touch x',
    'ext::sh -c touch% x',
    'http://example.org/r',
    'file:///srv/r.git',
    'git@github.com:o/r.git',
    'https://-oProxyCommand=x/r',
    'ssh://-oProxyCommand=x/r',
    'https://user:secret@github.com/o/r',
    '{ git: https://github.com/o/r, branch: --force }',
    '{ git: https://github.com/o/r, branch: a..b }',
    '{ git: https://github.com/o/r, branch: "a b" }',
    '{ git: https://github.com/o/r, folder: ../x }',
    '{ git: https://github.com/o/r, folder: .git }',
    '{ git: https://github.com/o/r, as: force }',
    '{ git: https://github.com/o/r, bransh: main }',
    '{ branch: main }',
  ])('publish nothing by half a wish, and say so: %s', (wish) => {
    const { settings, problems } = settingsOf(`publish: ${wish.startsWith('{') ? wish : `"${wish}"`}`);
    expect(settings.publish).toBeNull();
    expect(problems).toEqual([{ line: 2, code: 'settings-unreadable', detail: 'publish' }]);
  });

  test('of a broken header are read line by line', () => {
    const { settings, problems } = settingsOf('name: Ours\nlocale: en\naliases: [');
    expect(settings).toMatchObject({ name: 'Ours', locale: 'en' });
    expect(problems.map(({ code }) => code)).toContain('front-matter-broken');
  });

  test('are there whatever the file says', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (key, value) => {
        const { settings } = settingsOf(`${key}: ${value}`);
        expect(Object.keys(settings)).toEqual(Object.keys(defaults));
      }),
      { numRuns: 25 },
    );
  });
});

describe('how notes are taken', () => {
  const notesOf = (lines: string) => {
    const { settings, problems } = settingsOf(`notes:\n${lines}`);
    return { notes: settings.notes, unread: problems.map(({ detail }) => detail) };
  };

  test('is what stands there, and as usual for all else', () => {
    expect(
      notesOf(
        '  consent: 全員\n  reaction: 📝\n  folder: _posts/notes/\n  programs: GitHub, CI\n  files: false\n  channels:\n    general: Docker Meetup Tokyo #12\n',
      ),
    ).toEqual({
      notes: {
        ...defaultNotes,
        consent: 'told',
        reaction: '📝',
        folder: '_posts/notes',
        programs: ['GitHub', 'CI'],
        files: false,
        channels: [{ channel: 'general', event: 'Docker Meetup Tokyo' }],
      },
      unread: [],
    });
  });

  test.each([
    '  folder: ../outside',
    '  folder: /etc/../x',
    '  folder: .git',
    '  consent: perhaps',
    '  concent: told',
  ])('that can not be read is as usual, and said: %s', (lines) => {
    expect(notesOf(lines)).toEqual({ notes: defaultNotes, unread: ['notes'] });
  });

  test.each(['off', 'no', 'false'])('that none are to be taken is one word: %s', (word) => {
    expect(settingsOf(`notes: ${word}`)).toEqual({
      settings: { ...defaults, notes: { ...defaultNotes, collectors: 'nobody' } },
      problems: [],
    });
  });
});
