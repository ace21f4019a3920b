/** How a feed is, in a sentence: whoever set it up hears what is wrong, and how old is what is shown. */
import type { FeedStatus } from '../port.ts';
import type { Words } from '../words/index.ts';

type Said = { readonly event: Pick<Words['event'], 'feed'> };

/** What people should know; empty: it is fine. */
export function feedTrouble(
  { name, goodAt, failure, skipped }: FeedStatus,
  { event: { feed } }: Said,
  now: Date,
): readonly string[] {
  const unread = skipped.length === 0 ? [] : [feed.skipped(name, skipped.length)];
  if (failure === null) return unread;
  const said = failure.reason === 'gone' ? feed.gone(name) : feed.failed(name, feed.reason[failure.reason]);
  const age = feedAge({ name, goodAt, failure }, { event: { feed } }, now);
  return [said, ...(age === null ? [] : [age]), ...unread];
}

/** How old what is shown of it is; `null` where it answers, or never has. */
export function feedAge(
  { name, goodAt, failure }: Pick<FeedStatus, 'name' | 'goodAt' | 'failure'>,
  { event: { feed } }: Said,
  now: Date,
): string | null {
  return failure === null || goodAt === null ? null : feed.old(name, ageOf(goodAt, now, feed.age));
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** In the unit that people would use. */
function ageOf(at: Date, now: Date, age: Words['event']['feed']['age']): string {
  const passed = Math.max(now.getTime() - at.getTime(), 0);
  if (passed < hour) return age.minutes(Math.max(Math.round(passed / minute), 1));
  if (passed < 2 * day) return age.hours(Math.round(passed / hour));
  return age.days(Math.round(passed / day));
}
