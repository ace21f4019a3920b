/** What a plan means for others: channels that are told of events, and people who wanted to be reminded of one. */
import { isMeant } from '../event/subscription.ts';
import type { Subscription } from '../event/subscription.ts';
import type { KnownEvent, Step } from '../event/plan.ts';
import { remindedOf } from '../event/reminder.ts';
import type { Reminder } from '../event/reminder.ts';
import { personOf } from '../event/who.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Locale } from '../port.ts';
import { newsOf, newsView } from '../view/event-news.ts';
import type { News } from '../view/event-news.ts';
import { changedView } from '../view/reminder.ts';
import { words } from '../words/index.ts';

export interface Telling {
  readonly steps: readonly Step[];
  /** All events that were known before. */
  readonly known: readonly KnownEvent[];
  readonly now: Date;
  /** A new id for this plan: what is told of it has it in its key. */
  readonly id: string;
}

/** Milliseconds: news are none after a day. */
const life = 24 * 60 * 60_000;

const until = (now: Date): string => new Date(now.getTime() + life).toISOString();

/** One message a channel, however much is new. */
export function channelLetters(
  { steps, now, id }: Telling,
  subscriptions: readonly Subscription[],
  locale: Locale,
): readonly Letter[] {
  const news = steps.map(newsOf).filter((each) => each !== null);
  return subscriptions.flatMap((subscription): readonly Letter[] => {
    const meant = news.filter(({ event }) => isMeant(subscription, event));
    if (meant.length === 0) return [];
    const { place } = subscription;
    const view = {
      body: newsView(meant, { words: words[locale], locale }),
      next: [{ label: words[locale].button.upcoming, command: 'upcoming', input: '' }],
    };
    const key = `news ${id} ${place.platform} ${place.channel}`;
    return [{ key, platform: place.platform, to: place, view, until: until(now) }];
  });
}

/** Of what one wanted to go to one is told only what keeps one from it: another time, or none. */
export function personalLetters(
  { steps, known, now, id }: Telling,
  reminders: readonly Reminder[],
): readonly Letter[] {
  const grave = steps.flatMap((step) => {
    const news = newsOf(step);
    return news !== null && step.step !== 'create' && isGrave(news) ? [{ news, before: step.before }] : [];
  });
  return reminders.flatMap((reminder) => {
    const event = remindedOf(reminder, known);
    const own = grave.filter(({ before }) => before.id === event?.id);
    return own.map(({ news }): Letter => {
      const { who } = reminder;
      const tongue = { words: words[who.locale], locale: who.locale };
      return {
        key: `changed ${id} ${who.platform} ${who.id} ${news.event.id}`,
        platform: who.platform,
        to: personOf(who),
        view: changedView(news, tongue),
        until: until(now),
      };
    });
  });
}

const isGrave = ({ what }: News): boolean =>
  what === 'withdrawn' ||
  (what !== 'created' &&
    what.some(({ kind }) => ['cancelled', 'revived', 'moved', 'relocated'].includes(kind)));
