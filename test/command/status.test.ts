import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/content/plain.ts';
import type { Call, Locale, View } from '../../src/port.ts';
import { folderOf } from '../adapters/temporary-folder.ts';
import { expectGolden } from '../golden.ts';
import { openWorld, organiser } from '../world.ts';
import type { OpenWorld } from '../world.ts';

const good = '---\ntitle: Whale Night 1\ndate: 2026-03-10\n---\n\n## Buildkit by @hanako\n\nA talk.\n';
const bad = '---\ntitle: one\n\nNo end.\n';

/** A community with some secrets: drafts that were not understood, as many as were asked for. */
const folder = (problems: number): string =>
  folderOf({
    'whale-1.md': good,
    ...Object.fromEntries(
      Array.from({ length: problems }, (_, number) => [`secret-draft-${number + 10}.md`, bad]),
    ),
  });

let world: OpenWorld;

/** By an organiser. */
const ask = (command: string, input = '', locale: Locale = 'en'): Promise<View> =>
  world.bot.answer(asOrganiser(world.call(command, input, locale)));

const asOrganiser = (call: Call): Call => ({ ...call, person: organiser });

const searchFor = async (...texts: readonly string[]): Promise<void> => {
  for (const text of texts) await world.bot.answer(world.call('search', text));
};

describe.each(['ja', 'en'] as const)('status in %s', (locale) => {
  beforeAll(async () => {
    world = await openWorld(folder(12));
    const texts = ['kafka', 'tag:podman', 'メッシュ', 'kafka', 'Kafka ', 'kafka "in production"'];
    await searchFor(...texts, ...Array.from({ length: 9 }, (_, number) => `zzyzx${number}`));
  });
  afterAll(() => world.close());

  test('tells members how much is known and how fresh it is', async () => {
    expectGolden(await world.bot.answer(world.call('status', '', locale)), 'status', locale);
    expect(world.logged).toEqual([]);
  });

  test('tells organisers what is wrong, and what was asked for and not found', async () => {
    expectGolden(await ask('status', '', locale), 'status-organiser', locale);
    expect(world.logged).toEqual([]);
  });

  test('has more of each on further pages', async () => {
    expectGolden(await ask('status', 'page:2', locale), 'status-page', locale);
    expectGolden(await ask('unanswered', 'page:2', locale), 'unanswered-page', locale);
    expect(world.logged).toEqual([]);
  });
});

describe('status', () => {
  beforeEach(async () => {
    world = await openWorld(folder(2));
  });
  afterEach(() => world.close());

  test('names no file and no query to who is no organiser, to machines neither', async () => {
    await searchFor('kafka');
    for (const call of [world.call('status'), world.call('status', 'page:2'), world.call('unanswered')]) {
      const answer = JSON.stringify(await world.bot.answer(call));
      expect(answer).not.toMatch(/draft|kafka/);
    }
    const { data } = await world.bot.answer(world.call('status'));
    expect(data).toMatchObject({ files: 3, reports: 3, problemCount: 2 });
    expect(data).not.toHaveProperty('problems');
  });

  test('gives organisers all of it, to machines too', async () => {
    await searchFor('kafka', 'kafka');
    const { data } = await ask('status');
    expect(data).toMatchObject({
      files: 3,
      problems: [{ file: 'secret-draft-10.md' }, { file: 'secret-draft-11.md' }],
      problemCount: 2,
      unanswered: [{ words: 'kafka', count: 2, day: '2026-11-22' }],
    });
  });

  test('says nothing of searches as long as all of them found something', async () => {
    await searchFor('buildkit');
    expect(plainText((await ask('status')).body)).not.toContain('not found');
    expect(plainText((await ask('unanswered')).body)).toContain('found something so far');
  });

  test('keeps the list of what was not found from who is no organiser', async () => {
    const view = await world.bot.answer(world.call('unanswered'));
    expect(view.failure).toMatchObject({ kind: 'request', code: 'organisers-only' });
  });

  test('says so behind the last page', async () => {
    await searchFor('kafka');
    expect(plainText((await ask('unanswered', 'page:9')).body)).toContain('no more');
  });

  test('says what was asked as text, whatever it is', async () => {
    await searchFor('**zzyzx** <zzyzx> @zzyzx \u202e [zzyzx](javascript:zzyzx)');
    const { body } = await ask('status');
    expect(plainText(body)).toContain('“**zzyzx** <zzyzx> @zzyzx [zzyzx](javascript:zzyzx)”');
    expect(JSON.stringify(body)).not.toMatch(/"type":"(?:link|html|mention)"/);
  });
});
