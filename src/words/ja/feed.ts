/** What is said of the services that announce events. */
import type { Words } from '../en.ts';

export const feed: Words['feed'] = {
  badApi: (name, value, usual) =>
    `${name} の「${value}」は ${usual} のようなウェブのアドレスではありません。${usual} のように設定するか、設定を外してください。`,
};
