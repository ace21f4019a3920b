import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { readSettings } from '../src/config.ts';

const settingsOf = (header: string) => readSettings({ path: 'community.md', text: `---\n${header}\n---\n` });

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

  test('leave the keys of other capabilities to them', () => {
    expect(settingsOf('feeds: [{ ical: a.ics }]\nnotes: off\npublish: x').problems).toEqual([]);
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
