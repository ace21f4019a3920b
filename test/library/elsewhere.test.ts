/** What those are told who can not reach our own pages. */
import { expect, test } from '@jest/globals';
import { elsewhere } from '../../src/library/elsewhere.ts';
import { openWorld, ownContent } from '../world.ts';

const base = 'http://127.0.0.1:3000';
const part = { limit: 5, offset: 0 };

test('our own pages have no address, all else is the same', async () => {
  const world = await openWorld(ownContent, undefined, base);
  const { library } = world;
  const told = elsewhere(library, base);
  const [own, theirs] = [
    await library.search({ text: 'docker', ...part }),
    await told.search({ text: 'docker', ...part }),
  ];
  expect(own.hits.every(({ url }) => url?.startsWith(`${base}/reports/`))).toBe(true);
  expect(theirs).toEqual({ ...own, hits: own.hits.map((hit) => ({ ...hit, url: null })) });
  const { items } = await told.reports(part);
  expect(items.map(({ url }) => url)).toEqual(items.map(() => null));
  const id = items[0]?.id ?? '';
  expect(await told.read(id)).toEqual({ ...(await library.read(id)), url: null });
  expect(await told.read('no such report')).toBeNull();
  world.close();
});

test("the community's own site keeps its addresses", async () => {
  const world = await openWorld(ownContent, undefined, 'https://meetup.example.org');
  const { library } = world;
  const told = elsewhere(library, base);
  const { hits } = await told.search({ text: 'docker', ...part });
  expect(hits.every(({ url }) => url?.startsWith('https://meetup.example.org/'))).toBe(true);
  world.close();
});
