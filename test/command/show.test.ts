import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writePerson } from '../../src/command/next.ts';
import type { View } from '../../src/port.ts';
import { expectGolden } from '../golden.ts';
import { openWorld, ownContent, place } from '../world.ts';
import type { OpenWorld } from '../world.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());

const ken = { id: 'U9', name: 'ken' };

const show = (what: string, who: string = writePerson(ken)): Promise<View> =>
  world.bot.answer(world.call('show', { who, what }));

const mentions = (view: View): unknown[] => JSON.stringify(view.body).match(/"type":"mention"/g) ?? [];

test.each(['ja', 'en'] as const)('what everyone is shown in %s', async (locale) => {
  const who = writePerson({ ...ken, name: locale === 'ja' ? '健' : 'ken' });
  const view = await world.bot.answer(world.call('show', { who, what: 'rancher' }, locale));
  expectGolden(view, 'show', locale);
  expect(world.logged).toEqual([]);
});

describe('showing something to someone', () => {
  test('notifies them, once, and nobody else', async () => {
    const { body } = await show('speaker @spesnova');
    expect(body.children[0]).toMatchObject({ children: [{ type: 'mention', of: 'person', ...ken }, {}, {}] });
    expect(mentions(await show('speaker @spesnova'))).toHaveLength(1);
  });

  test.each([
    ['zzyzx', 'show-nothing'],
    ['show who:"<@U8|x>" buildkit', 'show-nothing'],
    ['help', 'show-nothing'],
    ['', 'show-what'],
    ['speaker nobody at all', 'speaker-not-found'],
  ])('of %j there is nothing to show, and nobody is notified', async (what, code) => {
    const view = await show(what);
    expect(view.failure?.code).toBe(code);
    expect(mentions(view)).toEqual([]);
  });

  test.each([
    ['', 'show-whom'],
    ['@ken', 'not-a-person'],
    ['<@U9|a|b>', 'not-a-person'],
    ['<!channel>', 'not-a-person'],
    ['<@&9|role>', 'not-a-person'],
  ])('%j is nobody', async (who, code) => {
    const { failure } = await show('rancher', who);
    expect(failure?.code).toBe(code);
  });

  test('needs a place where they are', async () => {
    const call = world.call('show', { who: writePerson(ken), what: 'rancher' });
    const { failure } = await world.bot.answer({ ...call, place: { ...place, visibility: 'direct' } });
    expect(failure?.code).toBe('show-direct');
  });
});
