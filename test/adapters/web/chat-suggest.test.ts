/** Suggestions as the script of the playground asks for them. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { typedName } from '../../../src/command/next.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { folderOf } from '../temporary-folder.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';

let world: OpenWorld;
let played: Played;
beforeAll(async () => {
  world = await openWorld(ownContent);
  played = await openPlayground({ ...world, file: join(folderOf({}), 'playground.db') });
});
afterAll(async () => {
  await played.close();
  world.close();
});

const ask = async (line: string, lang = 'en'): Promise<Response> =>
  fetch(`${played.base}/chat/suggest?${new URLSearchParams({ as: 'hanako', lang, line }).toString()}`);
const lines = async (line: string, lang?: string): Promise<readonly string[]> =>
  ((await (await ask(line, lang)).json()) as { line: string }[]).map((suggestion) => suggestion.line);

describe('while one types', () => {
  test('the way to the bot', async () => {
    for (const line of ['/', '/meet', '/meetup']) expect(await lines(line)).toEqual(['/meetup ']);
  });

  test('all commands behind it, with what they do', async () => {
    expect(await lines('/meetup ')).toEqual(
      world.bot.commands.filter(({ listed }) => listed).map((info) => `/meetup ${typedName(info)} `),
    );
    expect(await (await ask('up')).json()).toEqual([
      { line: 'upcoming ', label: 'upcoming', hint: 'What is coming up' },
    ]);
    expect(await (await ask('up', 'ja')).json()).toEqual([
      { line: 'upcoming ', label: 'upcoming', hint: 'これからのイベント' },
    ]);
  });

  test('commands by their name, or what the language calls them', async () => {
    expect(await lines('S')).toEqual([
      'search ',
      'speaker ',
      'series ',
      'subscribe ',
      'show ',
      'settings ',
      'status ',
    ]);
    expect(await lines('/meetup sp')).toEqual(['/meetup speaker ']);
    expect(await lines('予', 'ja')).toEqual(['upcoming ']);
  });

  test('a command of two words beside what its first one takes', async () => {
    expect(await lines('even')).toContain('event new ');
    const [first, ...others] = await lines('/meetup event ');
    expect(first).toBe('/meetup event new ');
    expect(others.length).toBeGreaterThan(0);
    expect(await lines('event new')).toContain('event new ');
  });

  test('the words that a command takes', async () => {
    expect(await lines('speaker akihiro')).toEqual(['speaker akihirosuda']);
    expect(await lines('/meetup speaker akihiro')).toEqual(['/meetup speaker akihirosuda']);
    expect((await lines('speaker ')).length).toBe(10);
  });

  test('a value of an option, in quotes where it has spaces', async () => {
    expect(await lines('upcoming series:hat')).toEqual([]);
    expect(await lines('/meetup upcoming place:波')).toEqual([
      '/meetup upcoming place:"波止場コワーキング 2階"',
    ]);
    expect(await lines('upcoming tag:x place:"波止')).toEqual([
      'upcoming tag:x place:"波止場コワーキング 2階"',
    ]);
  });

  test('what a search may mean', async () => {
    expect(await lines('docker meetup k')).toEqual([
      'Docker Meetup Kansai',
      '"Docker Meetup Kansai #3 in Osaka"',
      '"Docker Meetup Kansai #1 の記録"',
    ]);
    expect(await lines('速い speaker:akihiro')).toEqual(['速い speaker:akihirosuda']);
  });

  test('nothing for nothing, for what nobody knows, and for what is no line any more', async () => {
    for (const line of ['', 'zzzz', '__proto__:x', 'x'.repeat(301), '\u0000', '"'.repeat(100)])
      expect(await lines(line)).toEqual([]);
    expect((await fetch(`${played.base}/chat/suggest?as=nobody&line=s`)).status).toBe(404);
  });

  test('nothing of what others said', async () => {
    await played.say('/chat/general?as=taro', '/meetup zebra');
    await played.say('/chat/direct?as=taro', 'zebra');
    expect(await lines('zeb')).toEqual([]);
  });
});
