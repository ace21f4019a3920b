/** What is said of the way out to the web. */
import type { Words } from '../en.ts';

export const http: Words['http'] = {
  badAllow: (value) =>
    `MEETUP_FEED_ALLOW には calendar.internal:8080 のようにホストとポートをコンマ区切りで指定してください（「${value}」は使えません）。`,
};
