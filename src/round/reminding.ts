/** Reminders that are due: for people who asked, and for channels that are told of events. */
import { startsAt } from '../event/fact.ts';
import type { KnownEvent } from '../event/plan.ts';
import { dueBefore, remindedOf, usualMinutes } from '../event/reminder.ts';
import type { Passed, Reminder } from '../event/reminder.ts';
import { isMeant } from '../event/subscription.ts';
import type { Subscription } from '../event/subscription.ts';
import { personOf } from '../event/who.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Locale } from '../port.ts';
import { reminderView } from '../view/reminder.ts';
import { words } from '../words/index.ts';

interface Remembered {
  readonly known: readonly KnownEvent[];
  readonly passed: Passed;
}

/** Each moment once: it lies within one stretch of passed time alone. None is good for anything after the start. */
export function personReminders(
  reminders: readonly Reminder[],
  { known, passed }: Remembered,
): readonly Letter[] {
  return reminders.flatMap((reminder): readonly Letter[] => {
    const event = remindedOf(reminder, known);
    const minutes = event === null ? null : dueBefore(event, reminder.minutes, passed);
    if (event === null || minutes === null) return [];
    const { who } = reminder;
    return [
      letterOf(event, minutes, { platform: who.platform, to: personOf(who), locale: who.locale, id: who.id }),
    ];
  });
}

/** What was only concluded from a report is no reason to call everyone. */
export function channelReminders(
  subscriptions: readonly Subscription[],
  { known, passed }: Remembered,
  locale: Locale,
): readonly Letter[] {
  const due = known.flatMap((event) => {
    const minutes = event.inferred ? null : dueBefore(event, usualMinutes, passed);
    return minutes === null ? [] : [{ event, minutes }];
  });
  return subscriptions
    .filter(({ reminds }) => reminds)
    .flatMap((subscription) =>
      due
        .filter(({ event }) => isMeant(subscription, event))
        .map(({ event, minutes }) => {
          const { place } = subscription;
          return letterOf(event, minutes, {
            platform: place.platform,
            to: place,
            locale,
            id: place.channel,
          });
        }),
    );
}

interface Addressee extends Pick<Letter, 'platform' | 'to'> {
  readonly locale: Locale;
  readonly id: string;
}

/** Its key has the start: an event that moves is one that people are reminded of anew. */
function letterOf(event: KnownEvent, minutes: number, { platform, to, locale, id }: Addressee): Letter {
  const start = startsAt(event.seen);
  const view = reminderView(
    { id: event.id, ...event.seen },
    { words: words[locale], locale },
    'channel' in to ? 'channel' : 'person',
  );
  return {
    key: `remind ${platform} ${id} ${event.id} ${start} ${minutes}`,
    platform,
    to,
    view,
    until: new Date(start).toISOString(),
  };
}
