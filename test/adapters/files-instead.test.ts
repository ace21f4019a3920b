import { expect, test } from '@jest/globals';
import { withFileOf } from '../../adapters/files/index.ts';
import type { Content } from '../../src/port.ts';

const folder = (texts: Readonly<Record<string, string>>): Content => ({
  list: async () => Object.keys(texts).map((path) => ({ path, stamp: texts[path] ?? '' })),
  read: async (path) => ({ text: texts[path] ?? null, problems: [] }),
});

const other = folder({ 'community.md': 'theirs', 'b.md': 'not ours' });

test('a file that the content does not have is taken from elsewhere, and nothing else is', async () => {
  const content = withFileOf(folder({ 'a.md': 'a', 'z.md': 'z' }), other, 'community.md');
  expect((await content.list()).map(({ path }) => path)).toEqual(['a.md', 'community.md', 'z.md']);
  expect((await content.read('community.md')).text).toBe('theirs');
  expect((await content.read('b.md')).text).toBeNull();
});

test('its own file comes first', async () => {
  const content = withFileOf(folder({ 'community.md': 'ours' }), other, 'community.md');
  expect(await content.list()).toHaveLength(1);
  expect((await content.read('community.md')).text).toBe('ours');
});
