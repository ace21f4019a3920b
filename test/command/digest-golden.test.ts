/** What organisers read of digests, as Markdown beside the tests, in both languages; and that every button leads on. */
import { describe, expect, test } from '@jest/globals';
import { expectGolden } from '../golden.ts';
import { person } from '../world.ts';
import { direct, sceneOf } from './digest-scene.ts';

const steps: readonly (readonly [name: string, command: string, input: string])[] = [
  ['digest-none', 'digest', ''],
  ['digest-on', 'digest-on', '毎週月曜 9:00 tag:container mention:docker keep:yes'],
  ['digest-here', 'digest', ''],
  ['digest-skip', 'digest-skip', ''],
  ['digest-unskip', 'digest-skip', 'back:yes'],
  ['digest-pause', 'digest-pause', '2027-03-20まで'],
  ['digest-resume', 'digest-resume', ''],
  ['digest-now', 'digest-now', ''],
  ['digest-posting', 'digest-now', 'confirm:yes'],
  ['digest-list', 'digest-list', ''],
  ['digest-history', 'digest-history', ''],
  ['digest-off', 'digest-off', ''],
];

describe.each(['ja', 'en'] as const)('what organisers read in %s', (locale) => {
  test('step by step', async () => {
    const scene = await sceneOf();
    for (const [name, command, input] of steps) {
      if (name === 'digest-list') await scene.round();
      const view = await scene.ask(command, input, { locale });
      expect([name, view.failure]).toEqual([name, undefined]);
      expectGolden(view, name, locale);
    }
  });
});

/** Everything that one can press, from there on, wherever one presses it. */
test.each(['digest', 'digest-on', 'digest-list'])(
  'every button after %s leads to an answer',
  async (begin) => {
    const scene = await sceneOf();
    await scene.ask('digest-on', 'daily 9:00');
    const seen = new Set<string>();
    const queue = [{ command: begin, input: '' }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const call = `${next.command} ${next.input}`;
      const there = (await scene.channel()) !== null;
      const view = await scene.ask(next.command, next.input, seen.size % 2 === 0 ? {} : { where: direct });
      const isMeant = there || ['digest-none', undefined].includes(view.failure?.code);
      expect([call, isMeant ? undefined : view.failure]).toEqual([call, undefined]);
      for (const { command, input } of view.next) {
        if (seen.has(`${command} ${input}`)) continue;
        seen.add(`${command} ${input}`);
        queue.push({ command, input });
      }
    }
    expect(seen.size).toBeGreaterThan(8);
  },
);

const listed = [
  'digest',
  'digest-on',
  'digest-preview',
  'digest-pause',
  'digest-resume',
  'digest-skip',
  'digest-now',
  'digest-list',
  'digest-history',
  'digest-off',
];

test.each([...listed, 'digest-settle'])('%s is for organisers alone, each time', async (command) => {
  const scene = await sceneOf();
  await scene.ask('digest-on');
  const before = await scene.channel();
  const view = await scene.ask(command, '', { who: person });
  expect(view.failure?.code).toBe('organisers-decide');
  expect(view.next).toEqual([]);
  expect(await scene.channel()).toEqual(before);
});

test.each(listed.filter((name) => !['digest', 'digest-list'].includes(name)))(
  '%s in a conversation with the bot needs a channel',
  async (command) => {
    const scene = await sceneOf();
    expect((await scene.ask(command, '', { where: direct })).failure?.code).toBe('digest-where');
  },
);

test.each(['digest-pause', 'digest-resume', 'digest-skip', 'digest-now', 'digest-history', 'digest-preview'])(
  '%s where there is no digest says how to begin',
  async (command) => {
    const scene = await sceneOf();
    const view = await scene.ask(command);
    expect(view.failure).toMatchObject({ code: 'digest-none' });
    expect(await scene.channel()).toBeNull();
  },
);
