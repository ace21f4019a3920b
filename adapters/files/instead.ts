/** Content that takes one file from elsewhere where it has none of its own. */
import type { Content } from '../../src/port.ts';

/** `path` of `other` counts as a file of `content` as long as there is no such file in it. */
export const withFileOf = (content: Content, other: Content, path: string): Content => ({
  list: async () => {
    const files = await content.list();
    if (files.some((file) => file.path === path)) return files;
    const missing = (await other.list()).filter((file) => file.path === path);
    return [...files, ...missing].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  },
  read: async (wanted) => {
    if (wanted !== path) return content.read(wanted);
    const own = (await content.list()).some((file) => file.path === path);
    return (own ? content : other).read(path);
  },
});
