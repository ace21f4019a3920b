import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Locale, View } from '../../src/port.ts';
import { viewText } from '../../src/view/text.ts';
import { expectGolden } from '../golden.ts';
import { openWorld, ownContent, person, place } from '../world.ts';
import type { OpenWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld(ownContent);
});
afterEach(() => world.close());

/** Asked in the language that they are answered in. */
async function ask(input: string, who = person): Promise<View> {
  const locale = await world.bot.localeOf(who, place);
  return world.bot.answer({ ...world.call('settings', input, locale), person: who });
}

const said = ({ body }: View): string => viewText(body, 'en');

describe.each([
  ['ja', 'Asia/Tokyo'],
  ['en', 'Europe/London'],
] as const)('settings of someone whose platform speaks %s', (locale, zone) => {
  const who = { ...person, locale, zone };

  test('say what holds and what one may choose', async () => {
    expectGolden(await ask('', who), 'settings', locale);
    expect(world.logged).toEqual([]);
  });

  test('hold from the very answer that says so until they are taken back', async () => {
    const other: Locale = locale === 'ja' ? 'en' : 'ja';
    const chosen = await ask(`language:${other}`, who);
    expectGolden(chosen, 'settings-chosen', locale);
    expect(await world.bot.localeOf(who, place)).toBe(other);
    expect(await ask('', who)).toEqual(chosen);
    await ask('language:auto', who);
    expect(await world.bot.localeOf(who, place)).toBe(locale);
  });
});

describe('settings', () => {
  test('are those of one person on one platform', async () => {
    await ask('language:en');
    expect(await world.bot.localeOf({ ...person, id: 'U3' }, place)).toBe('ja');
    expect(await world.bot.localeOf(person, { ...place, platform: 'other' })).toBe('ja');
    expect(await world.bot.localeOf(person, { ...place, channel: 'C2' })).toBe('en');
  });

  test('take a language as people write it', async () => {
    for (const [typed, locale] of [
      ['English', 'en'],
      ['日本語', 'ja'],
      ['EN', 'en'],
      ['自動', 'ja'],
    ] as const) {
      await ask(`language:${typed}`);
      expect([typed, await world.bot.localeOf(person, place)]).toEqual([typed, locale]);
    }
  });

  test('stay as they are where there is no such language', async () => {
    await ask('language:en');
    const { failure } = await ask('language:klingon');
    expect(failure?.code).toBe('language-unknown');
    expect(failure?.message).toContain('“klingon”');
    expect(await world.bot.localeOf(person, place)).toBe('en');
  });

  test('remember nothing of those who choose nothing', async () => {
    await ask('language:auto');
    await ask('language:en');
    await ask('language:auto');
    expect(await world.state.list('personal')).toEqual([]);
  });

  test('suggest what begins so', async () => {
    const choices = await world.bot.suggest(world.call('settings', { language: 'engl' }), 'language');
    expect(choices).toEqual([{ label: 'English', value: 'en' }]);
  });

  test('speak of the zone of those who have one', async () => {
    const { zone: _zone, ...nowhere } = person;
    expect(said(await ask('', person))).toContain('Asia/Tokyo');
    expect(said(await ask('', nowhere))).not.toContain('Asia/Tokyo');
  });
});
