/** Every page of a community is there, and is valid HTML that everybody can use. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ownContent } from '../../world.ts';
import { crawl, linksIn } from './crawl.ts';
import type { Crawled } from './crawl.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';
import { faultsOf } from './validator.ts';

jest.setTimeout(60_000);

const fixtures = join(import.meta.dirname, '../../fixtures/reports');

/** Feeds and calendars are no HTML; without `lang` a page is already in the language of these folders. */
const isPage = (href: string): boolean => !/^\/feed\.xml|\.ics(?:\?|$)|lang=ja/.test(href);

describe.each([
  ['our own content', ownContent],
  ['every shape of report', fixtures],
])('the pages of %s', (_, folder) => {
  let served: Served;
  let pages: readonly Crawled[];
  beforeAll(async () => {
    served = await serve(folder);
    pages = await crawl(served, isPage);
  });
  afterAll(() => served.close());

  test('are all there, in both languages', () => {
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });

  test('are valid', async () => {
    const found = await Promise.all(pages.map(({ path, html }) => faultsOf(html, path)));
    expect(found.flat()).toEqual([]);
  });

  test('have one place for each section of each report', async () => {
    const { library } = served;
    const { items } = await library.reports({ limit: 100, offset: 0 });
    expect(items.length).toBeGreaterThan(4);
    for (const { id } of items) {
      const html = pages.find(({ path }) => path === `/reports/${id}`)?.html ?? '';
      const sections = (await library.read(id))?.contents ?? [];
      expect(sections.map((section) => html.split(` id="${section.id}"`).length - 1)).toEqual(
        sections.map(() => 1),
      );
    }
  });

  test('have the place that a link to them names', () => {
    const ids = new Map(
      pages.map(({ path, html }) => [path, [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)]),
    );
    const lost = pages.flatMap(({ html }) =>
      linksIn(html).filter((href) => {
        const [path = '', id] = href.split('#');
        return id !== undefined && ids.get(path)?.filter((each) => each === id).length !== 1;
      }),
    );
    expect(lost).toEqual([]);
  });
});
