/** `feeds` of community.md: where events are announced. */
import { z } from 'zod';
import type { FeedSetting } from '../model.ts';
import { list, text } from './schema.ts';

/** A subdomain of connpass or a group of Doorkeeper, as it stands in addresses. */
const group = text.refine((value) => /^[a-z0-9][a-z0-9_-]{0,99}$/iu.test(value));

const ical = z.object({ ical: text }).transform(({ ical: at }): FeedSetting => ({ kind: 'ical', at }));

const connpass = z
  .object({
    connpass: z.object({
      groups: list(group).default([]),
      keywords: list(text).default([]),
      prefectures: list(text).default([]),
    }),
  })
  .refine(
    ({ connpass: { groups, keywords, prefectures } }) =>
      groups.length + keywords.length + prefectures.length > 0,
  )
  .transform((said): FeedSetting => ({ kind: 'connpass', ...said.connpass }));

const doorkeeper = z
  .object({ doorkeeper: z.object({ groups: list(group).pipe(z.array(z.string()).min(1)) }) })
  .transform((said): FeedSetting => ({ kind: 'doorkeeper', ...said.doorkeeper }));

/** One row of `feeds`. All events of a service at once are no feed. */
export const feedSetting = z.union([ical, connpass, doorkeeper]);
