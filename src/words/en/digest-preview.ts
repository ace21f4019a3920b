/** What organisers read beside a digest before it is posted. */
import { plural } from './plural.ts';

export const digestPreview = {
  title: (channel: string, period: string) => `The digest ${period} in ${channel}`,
  due: 'Due:',
  /** Why it would not be posted. */
  skipped: {
    empty: 'There is nothing to say, so nothing will be posted.',
    paused: 'It is paused: nothing will be posted.',
    skipped: 'It is to be left out: nothing will be posted. What it would tell is told by the next one.',
    sent: 'It has been posted already.',
  },
  trouble: (reason: string) => `The last one could not be posted (${reason}).`,
  nothing: 'There is no message.',
  inThread: 'In a thread below it:',
  told: (count: string) => `What it tells (${count})`,
  untold: (count: string) => `What it does not tell, and why (${count})`,
  atLeast: (count: string) => `${count} or more`,
  /** Which section, why, how many. */
  group: (section: string, why: string, count: string) => `${section}, ${why} (${count}):`,
  more: (count: number) => `and ${count} more`,
  section: {
    events: 'Events',
    reports: 'Reports',
    slides: 'Slides',
    calls: 'Calls',
    archive: 'Archive',
  },
  reason: {
    new: 'new since the last digest',
    moved: 'moved since they were told',
    cancelled: 'cancelled since they were told',
    coming: 'coming up',
    slides: 'turned up since the last digest',
    seats: 'looking for speakers',
    'no-report': 'nobody has written about them',
    anniversary: 'this week some years ago',
    reminds: 'about the same as a coming event',
    window: 'too old or too far ahead',
    'already-sent': 'told before',
    tag: 'none of the channel’s tags',
    series: 'none of the channel’s series',
    'was-cancelled': 'cancelled before anyone was told',
    cap: 'no room in the section, behind a button',
    size: 'no room in the message, behind a button',
    'section-off': 'the channel does not want this section',
  },
  limits: 'What it takes of the platform’s limits',
  limit: {
    characters: (used: string, most: string) => `${used} of ${most} characters`,
    blocks: (used: string, most: string) => `${used} of ${most} blocks`,
    components: (used: string, most: string) => `${used} of ${most} components`,
    size: (used: string, most: string) => `${used} of ${most} characters with all markup`,
  },
  tooMuch: (measure: string) => `${measure}: too much, its end will be cut and counted`,
  things: (count: number) => plural(count, 'thing'),
};
