/** What stands at an address: a report or a talk of it, and nothing where neither does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, oneof, string, webUrl } from 'fast-check';
import type { Locale } from '../../src/port.ts';
import { expectGolden } from '../golden.ts';
import { openWorld, ownContent } from '../world.ts';
import type { OpenWorld } from '../world.ts';

const pages = 'https://meetup.example.org/community';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld(ownContent, undefined, pages);
});
afterAll(() => world.close());

const cardAt = (address: string, locale: Locale = 'en') =>
  world.bot.answer(world.call('card', { address }, locale));

async function addressOf(text: string): Promise<string> {
  const { library } = world;
  const { hits } = await library.search({ text, limit: 1, offset: 0 });
  return hits[0]?.url ?? '';
}

describe('a card', () => {
  test.each(['ja', 'en'] as const)(
    'says in %s what a talk is about, who gave it and where its slides are',
    async (locale) => {
      const view = await cardAt(await addressOf('"日本と世界のDockerコミュニティ"'), locale);
      expectGolden(view, 'card', locale);
      expect(view.failure).toBeUndefined();
    },
  );

  test('of an address with the name of no part is that of the report', async () => {
    const [address = ''] = (await addressOf('"日本と世界のDockerコミュニティ"')).split('#');
    const whole = await cardAt(address);
    expect(await cardAt(`${address}#nowhere`)).toEqual(whole);
    expect(await cardAt(`${address}/?from=chat#aaaaaaaaaa`)).toEqual(whole);
  });

  test('of a talk stands below its own report alone', async () => {
    const [, talk = ''] = (await addressOf('"日本と世界のDockerコミュニティ"')).split('#');
    const other = await addressOf('"Docker Meetup Tokyo #6" type:report');
    expect(await cardAt(`${other}#${talk}`)).toEqual(await cardAt(other));
  });

  test('of a talk is none where only a report could stand', async () => {
    const [report = '', talk = ''] = (await addressOf('"日本と世界のDockerコミュニティ"')).split('#');
    const { failure } = await cardAt(report.replace(/[^/]+$/, talk));
    expect(failure?.code).toBe('report-gone');
  });

  test('is none where no report stands, whatever the address', async () => {
    const address = oneof(webUrl({ withFragments: true, withQueryParameters: true }), string());
    await assert(
      asyncProperty(address, async (at) => {
        expect((await cardAt(at)).failure).toMatchObject({ kind: 'request', code: 'report-gone' });
      }),
      { numRuns: 60 },
    );
  });
});
