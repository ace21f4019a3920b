/** What the pages of digests say. */
import type { Words } from '../en.ts';

export const digest: Words['web']['digest'] = {
  none: 'まとめはまだありません。',
  feed: 'まとめ（Atom）',
  of: (name) => `まとめ: ${name}`,
};
