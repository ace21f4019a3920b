/** Calendars as the bot reads them in tests. */
import { hash } from '../../adapters/hash/index.ts';
import { understanding } from '../../src/feed/understanding.ts';
import { createIcal } from '../../adapters/feed/ical/index.ts';
import type { Announced, Feed, FeedCopy } from '../../src/port.ts';

/** A file of the content folder with that text. */
export const fileFeed = (text: string, zone = 'Asia/Tokyo'): Feed => {
  const fetch = async () => Promise.reject(new Error('a file is not fetched'));
  const feed = createIcal({ fetch, read: async () => text, hash, understanding })(
    { kind: 'ical', at: 'feeds/a.ics' },
    zone,
  );
  if (!feed) throw new Error('no feed');
  return feed;
};

export async function copyOf(text: string, zone?: string): Promise<FeedCopy> {
  const answer = await fileFeed(text, zone).ask(null);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.copy;
}

/** Lines of a calendar around lines of its own. */
export const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** A VEVENT that says no more than it must, and what is said of it. */
export const vevent = (...lines: readonly string[]): string => {
  const usual = ['UID:a@example.org', 'SUMMARY:Night', 'DTSTART;TZID=Asia/Tokyo:20270310T190000'];
  const named = new Set(lines.map((line) => /^[\w-]+/.exec(line)?.[0]));
  const own = usual.filter((line) => !named.has(/^[\w-]+/.exec(line)?.[0]));
  return ['BEGIN:VEVENT', ...own, ...lines, 'END:VEVENT'].join('\r\n');
};

/** What is announced by a calendar with these lines. */
export const announced = async (...lines: readonly string[]): Promise<readonly Announced[]> =>
  (await copyOf(calendar(...lines))).events;

/** The only event of a calendar with one VEVENT of these lines. */
export async function event(...lines: readonly string[]): Promise<Announced> {
  const [only] = await announced(vevent(...lines));
  if (!only) throw new Error('no event');
  return only;
}
