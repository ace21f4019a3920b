import { describe, expect, test } from '@jest/globals';
import { commands, infoOf } from '../../src/command/index.ts';
import * as fc from 'fast-check';
import {
  readButton,
  readCall,
  readPerson,
  readSpoken,
  typedName,
  writeCall,
  writePerson,
} from '../../src/command/next.ts';
import { paragraph, person, root } from '../../src/view/build.ts';

const infos = commands.map(infoOf);

describe('a line of text', () => {
  test.each([
    ['', 'start', ''],
    ['/meetup', 'start', ''],
    ['/meetup search buildkit', 'search', 'buildkit'],
    ['buildkit', 'search', 'buildkit'],
    ['　監視　', 'search', '監視'],
    ['search search', 'search', 'search'],
    ['Upcoming place:大阪', 'upcoming', 'place:大阪'],
    ['upcoming　place:大阪', 'upcoming', 'place:大阪'],
    ['status page:"2 or 3"', 'status', 'page:"2 or 3"'],
    ['status page:"2 or" 3', 'search', 'status page:"2 or" 3'],
    ['予定', 'upcoming', ''],
    ['予定 管理', 'search', '予定 管理'],
    ['events', 'upcoming', ''],
    ['/meetupish', 'search', '/meetupish'],
    ['share search docker', 'search', 'share search docker'],
    ['start docker', 'search', 'start docker'],
    ['status', 'status', ''],
    ['status page:2', 'status', 'page:2'],
    ['status code 500', 'search', 'status code 500'],
  ])('%s', (line, command, input) => {
    expect(readCall(line, infos)).toEqual({ command, input });
  });

  test('may name a command in two words', () => {
    const upcoming = infos.find(({ name }) => name === 'upcoming');
    if (upcoming === undefined) throw new Error('there is no such command');
    const all = [...infos, { ...upcoming, name: 'upcoming-all' }];
    expect(readCall('upcoming all place:大阪', all)).toEqual({
      command: 'upcoming-all',
      input: 'place:大阪',
    });
    expect(all.map(typedName)).toContain('upcoming all');
  });

  test('is what a button carries', () => {
    for (const call of [
      { command: 'upcoming', input: '' },
      { command: 'search', input: 'search engine page:2' },
      { command: 'share', input: 'report abcdefghij page:2' },
      { command: 'start', input: '' },
    ])
      expect(readButton(writeCall(call))).toEqual(call);
  });
});

describe('a line in which people are mentioned', () => {
  const ken = person('U9', 'ken');

  test.each([
    [['show ', ken, ' buildkit'], 'show', 'who:<@U9|ken> buildkit'],
    [['/meetup show buildkit ', ken], 'show', 'who:<@U9|ken> buildkit'],
    [['show ', ken, ' speaker ', person('U8', 'a b')], 'show', 'who:<@U9|ken> speaker @a b'],
    [['speaker ', ken], 'speaker', '@ken'],
    [[ken, ' buildkit'], 'search', '@ken buildkit'],
    [['show who:<@U9|ken> buildkit'], 'show', 'who:@U9|ken> buildkit'],
    [['show buildkit'], 'show', 'buildkit'],
  ] as const)('%j', (parts, command, input) => {
    expect(readSpoken(root(paragraph(...parts)), infos)).toEqual({ command, input });
  });

  test('keeps whom it is about, whatever they are called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w{1,20}$/), fc.string({ unit: 'grapheme' }), (id, name) => {
        expect(readPerson(writePerson({ id, name }))?.id).toBe(id);
      }),
    );
  });
});

describe('the list of commands', () => {
  test('describes every command and each of its options in every language', () => {
    for (const info of infos)
      for (const locale of ['ja', 'en'] as const) {
        const { summary, options } = info.describe(locale);
        expect(summary).not.toBe('');
        expect(Object.keys(options)).toEqual(info.options.map(({ name }) => name));
      }
  });

  test('gives examples that call the command they are given for', () => {
    for (const info of infos.filter(({ listed }) => listed))
      for (const example of info.describe('en').examples)
        expect(readCall(example, infos).command).toBe(info.name);
  });

  test('fits what Discord takes: names and descriptions', () => {
    for (const info of infos.filter(({ listed }) => listed)) {
      expect(info.name).toMatch(/^[a-z]{1,32}(?:-[a-z]{1,32})?$/);
      for (const locale of ['ja', 'en'] as const) {
        const { summary, options } = info.describe(locale);
        for (const text of [summary, ...Object.values(options)]) expect(text.length).toBeLessThanOrEqual(100);
      }
    }
  });
});
