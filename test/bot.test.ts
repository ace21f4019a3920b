import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBot } from '../src/bot.ts';
import type { Root } from 'mdast';
import { readSpoken } from '../src/command/next.ts';
import { plainText } from '../src/content/plain.ts';
import type { Call, Library, Log, World } from '../src/port.ts';
import { paragraph, person as mentioned, root } from '../src/view/build.ts';
import { organiser, openWorld, ownContent, person, place } from './world.ts';
import type { OpenWorld } from './world.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

const call = (command: string, input: Call['input'] = '', locale: Call['locale'] = 'en'): Call => {
  return { command, input, place, person, locale, id: '1' };
};

/** A library whose disk is gone, as far as the bot can tell. */
const broken = new Proxy({} as Library, {
  get: () => () => Promise.reject(new TypeError('EIO: i/o error, read /srv/data/index.db token=xoxb-1')),
});

function worldOf(parts: Partial<World>): World {
  return {
    community: async () => ({ library: broken }),
    now: () => new Date(0),
    log: silent,
    newId: () => 'abcdefghij',
    ...parts,
  };
}

describe('the bot', () => {
  test('apologises for a bug with an id, and logs it once with its stack', async () => {
    const errors: object[] = [];
    const log = { ...silent, error: (facts: object) => void errors.push(facts) };
    const view = await createBot(worldOf({ log })).answer(call('status'));
    expect(view.failure).toMatchObject({ kind: 'fault', code: 'abcdefghij' });
    expect(plainText(view.body)).toContain('abcdefghij');
    expect(plainText(view.body)).not.toMatch(/EIO|srv|xoxb|at /);
    expect(errors).toEqual([
      {
        id: 'abcdefghij',
        err: expect.objectContaining({ stack: expect.any(String) }),
        command: 'status',
        platform: 'test',
      },
    ]);
  });

  test('says one sentence, in the person’s language, for what the person can mend', async () => {
    const bot = createBot(
      worldOf({
        community: async () => ({
          library: { settings: async () => ({ zone: 'Asia/Tokyo' }) } as unknown as Library,
        }),
      }),
    );
    const view = await bot.answer(call('search', '', 'ja'));
    expect(view.failure).toMatchObject({ kind: 'request', code: 'search-empty' });
    expect(plainText(view.body)).toBe('探す言葉を入れてください。例: /meetup search buildkit');
  });

  test('knows that a command does not exist', async () => {
    const bot = createBot(
      worldOf({
        community: async () => ({
          library: { settings: async () => ({ zone: 'Asia/Tokyo' }) } as unknown as Library,
        }),
      }),
    );
    expect((await bot.answer(call('constructor'))).failure).toMatchObject({
      kind: 'request',
      code: 'command-unknown',
    });
  });

  test('is polite to a workspace that no community lists, and says nothing else', async () => {
    const view = await createBot(worldOf({ community: async () => null })).answer(call('search', 'docker'));
    expect(view).toMatchObject({ next: [], failure: { code: 'no-community' } });
    expect(view.data).toBeUndefined();
  });

  test('suggests nothing rather than failing', async () => {
    const bot = createBot(worldOf({}));
    expect(await bot.suggest(call('speaker', 'zem'), 'name')).toEqual([]);
    expect(await bot.suggest(call('speaker', 'zem'), 'no such option')).toEqual([]);
    expect(await bot.suggest(call('no such command'), 'name')).toEqual([]);
  });
});

/** As a chat tells it, in which whoever is named is chosen from its people. */
const marked = (line: string): Root =>
  root(
    paragraph(
      ...line.split(/(@\S+)/).map((part) => (part.startsWith('@') ? mentioned('U9', part.slice(1)) : part)),
    ),
  );

describe('over the sample reports', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
  });
  afterAll(() => world.close());

  test('every button of every answer leads to an answer', async () => {
    const seen = new Set<string>();
    const queue = [world.call('start')];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const view = await world.bot.answer(next);
      expect({ call: [next.command, next.input], failure: view.failure }).toEqual({
        call: [next.command, next.input],
        failure: undefined,
      });
      for (const { command, input } of view.next) {
        const key = `${command} ${input.replace(/back:.*/, '')}`;
        if (!seen.has(key)) queue.push(world.call(command, input));
        seen.add(key);
      }
    }
    expect(seen.size).toBeGreaterThan(40);
    expect(world.logged).toEqual([]);
  }, 60_000);

  test('a talk is read with its slides and leads back to where one came from', async () => {
    const found = await world.bot.answer(world.call('search', 'buildkit'));
    const read = found.next.find(({ command }) => command === 'report');
    const view = await world.bot.answer(world.call('report', read?.input ?? ''));
    const back = { label: 'Back', command: 'search', input: 'buildkit' };
    expect(view.next).toContainEqual(back);
    const whole = view.next.find(({ label }) => label === 'The whole report');
    const on = await world.bot.answer(world.call('report', whole?.input ?? ''));
    expect(on.next).toContainEqual(back);
  });

  test('every example of help finds something', async () => {
    for (const { name, describe: words, listed } of world.bot.commands)
      for (const example of listed ? [...words('en').examples, ...words('ja').examples] : []) {
        const { command, input } = readSpoken(marked(example), world.bot.commands);
        const view = await world.bot.answer({ ...world.call(command, input), person: organiser });
        expect([example, command, view.failure]).toEqual([example, name, undefined]);
        expect([example, plainText(view.body)]).not.toEqual([
          example,
          expect.stringMatching(/Nothing was found|No planned event/),
        ]);
      }
  });

  test('excerpts for machines keep their spaces', async () => {
    const { data } = await world.bot.answer(world.call('search', 'rancher'));
    expect((data as { hits: { excerpt: string }[] }).hits.map(({ excerpt }) => excerpt).join('\n')).toContain(
      'Rancher は',
    );
  });

  test('a query of any length is said no longer than it is searched', async () => {
    const view = await world.bot.answer(world.call('search', `rancher ${'x'.repeat(8000)}`));
    expect(JSON.stringify([view.body, view.next]).length).toBeLessThan(6000);
  });

  test('what is shared is public and names who shared it', async () => {
    const view = await world.bot.answer(world.call('share', 'search rancher'));
    expect(plainText(view.body)).toContain('Shared by hanako');
    expect(view.next.map(({ command }) => command)).not.toContain('share');
    expect(world.bot.commands.find(({ name }) => name === 'share')).toMatchObject({
      answer: 'public',
      listed: false,
    });
    expect((await world.bot.answer(world.call('share', ''))).failure?.code).toBe('not-shareable');
  });

  test('suggests speakers and series while one types', async () => {
    const speakers = await world.bot.suggest(world.call('speaker', 'spes'), 'name');
    expect(speakers.map(({ label }) => label.toLowerCase())).toContainEqual(
      expect.stringContaining('spesnova'),
    );
    const series = await world.bot.suggest(world.call('series', { name: 'docker' }), 'name');
    expect(series.length).toBeGreaterThan(0);
  });
});
