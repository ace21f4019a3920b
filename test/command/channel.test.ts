/** Channels that a call is about: as platforms mark them, and as people type them. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { commands, infoOf } from '../../src/command/index.ts';
import { readInput } from '../../src/command/input.ts';
import { readCall, readChannel, readSpoken, writeChannel } from '../../src/command/next.ts';
import type { Channel } from '../../src/command/next.ts';
import { paragraph, person, root, text } from '../../src/view/build.ts';
import { telling } from '../adapters/telling.ts';

const infos = [...commands.map(infoOf), ...telling];

const options = { channel: { type: 'channel' }, when: { type: 'text', rest: true } } as const;

const mention = ({ id, name }: Channel): PhrasingContent => ({ type: 'mention', of: 'channel', id, name });

const general = { id: 'C012', name: 'general' };

/** What a run gets of a line in which channels may be marked. */
function run(...line: readonly (string | PhrasingContent)[]) {
  const tree = root(paragraph(...line.map((part) => (typeof part === 'string' ? text(part) : part))));
  const { command, input } = readSpoken(tree, infos);
  return { command, ...readInput(options, input) };
}

describe('a channel that a platform has marked', () => {
  test.each([
    ['first', ['tell ', mention(general), ' every Mon 09:00']],
    ['last', ['tell every Mon 09:00 ', mention(general)]],
    ['by the name of the option', ['tell channel:', mention(general), ' every Mon 09:00']],
    ['by that name after a space', ['tell every Mon 09:00 channel: ', mention(general)]],
  ])('is the one that the command is about: %s', (_where, line) => {
    expect(run(...line)).toEqual({ command: 'tell', channel: general, when: 'every Mon 09:00' });
  });

  test('is the first of several; others are what they are called', () => {
    expect(run('tell ', mention(general), ' not ', mention({ id: 'C2', name: 'random' }))).toEqual({
      command: 'tell',
      channel: general,
      when: 'not #random',
    });
  });

  test('is all that a command without other words takes', () => {
    expect(run('hush ', mention(general))).toMatchObject({ command: 'hush', channel: general });
  });

  test('is what it is called where the command is not about one', () => {
    expect(readSpoken(root(paragraph(text('docker in '), mention(general))), infos)).toEqual({
      command: 'search',
      input: 'docker in #general',
    });
  });

  test('is no person, and a person is no channel', () => {
    expect(run('tell ', person('U1', 'ken'), ' daily')).toEqual({
      command: 'tell',
      channel: null,
      when: '@ken daily',
    });
  });
});

describe('a channel that somebody typed', () => {
  const typed = { id: 'general', name: 'general' };

  test.each([
    'tell #general daily',
    'tell ＃general daily',
    'tell daily channel:#general',
    'tell channel:general daily',
  ])('%s', (line) => {
    expect(run(line)).toEqual({ command: 'tell', channel: typed, when: 'daily' });
  });

  test('may be called something in Japanese', () => {
    const name = '告知-お知らせ';
    expect(run(`tell #${name} 毎週月曜 9:00`)).toEqual({
      command: 'tell',
      channel: { id: name, name },
      when: '毎週月曜 9:00',
    });
  });

  test('is all that a command without other words takes, and words beside it are a search', () => {
    expect(readCall('hush #general', infos)).toEqual({ command: 'hush', input: '#general' });
    expect(readCall('hush #general now', infos)).toEqual({ command: 'search', input: 'hush #general now' });
    expect(readCall('status #general', infos).command).toBe('search');
  });

  test('is marked by nobody, whatever it looks like', () => {
    expect(run('tell <#C999|secret> daily')).toEqual({
      command: 'tell',
      channel: null,
      when: '#C999|secret> daily',
    });
  });

  test('is a mistake where it is no name', () => {
    expect(() => readInput(options, { channel: 'two words' })).toThrow(
      expect.objectContaining({ code: 'not-a-channel' }),
    );
    expect(() => readInput(options, { channel: '<@U1|ken>' })).toThrow(
      expect.objectContaining({ code: 'not-a-channel' }),
    );
  });
});

test('without a channel there is none', () => {
  expect(readInput(options, 'daily')).toEqual({ channel: null, when: 'daily' });
  expect(readInput(options, 'daily channel:')).toEqual({ channel: null, when: 'daily' });
});

test('a channel is read as it was written, whatever it is called', () => {
  const ids = fc.stringMatching(/^[\w-]{1,20}$/);
  fc.assert(
    fc.property(ids, fc.string({ unit: 'grapheme' }), (id, name) => {
      expect(readChannel(writeChannel({ id, name }))?.id).toBe(id);
    }),
  );
  expect(readChannel(writeChannel({ id: 'C1', name: '#general' }))).toEqual({ id: 'C1', name: 'general' });
});
