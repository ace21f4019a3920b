/** Which keys of a header are what. All in lower case. */

/** A file may start with one of these and a colon without being prose (Pelican, MultiMarkdown, Hatena exports). */
export const BARE_KEYS: ReadonlySet<string> = new Set([
  'title',
  'date',
  'tags',
  'tag',
  'category',
  'categories',
  'author',
  'authors',
  'slug',
  'summary',
  'status',
  'basename',
  'layout',
]);

/** Values that people write as plain text, so that ` #3` in them is never a comment. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'subheading',
  'description',
  'summary',
  'excerpt',
  'event',
  'series',
  'place',
]);
