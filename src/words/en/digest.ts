/** What a digest says, and what organisers read beside it before it is posted. */
import { digestPreview } from './digest-preview.ts';
import { plural } from './plural.ts';

export const digest = {
  preview: digestPreview,
  /** `when`: a day without its year. */
  title: {
    week: (when: string) => `The week of ${when}`,
    day: (when: string) => `News of ${when}`,
  },
  titleOf: (community: string, title: string) => `${community}: ${title}`,
  section: {
    events: 'Events',
    reports: 'New reports',
    slides: 'Slides that turned up',
    calls: 'You are wanted',
    archive: 'From the archive',
  },
  mark: { new: 'New', moved: 'Moved', cancelled: 'Cancelled' },
  /** Parts between which a time stands. */
  moved: 'It was to be on',
  talk: (title: string, speakers: string) => (speakers === '' ? title : `${title} (${speakers})`),
  comma: ', ',
  /** Before and after the title of an event. */
  wanted: {
    speakers: ['', ' is looking for speakers. Do you have something to tell?'],
    report: ['There is no report of ', ' yet. Were you there? Would you write one?'],
  },
  years: (years: number) => (years === 1 ? 'This week a year ago:' : `This week ${years} years ago:`),
  reminds: (event: string) => `“${event}” reminds of this:`,
  /** Of a section in one line. */
  count: {
    events: (count: number) => plural(count, 'event'),
    reports: (count: number) => plural(count, 'new report'),
    slides: (count: number) => `slides of ${plural(count, 'talk')}`,
    calls: (count: number) => plural(count, 'call'),
    archive: (count: number) => plural(count, 'find from the archive', 'finds from the archive'),
  },
  marked: {
    new: (count: number) => `${count} new`,
    moved: (count: number) => `${count} moved`,
    cancelled: (count: number) => `${count} cancelled`,
  },
  andMore: 'and more',
  details: 'The details are in the thread.',
  more: {
    events: (count: number) => `+${count} more events`,
    reports: (count: number) => `+${count} more reports`,
    slides: (count: number) => `+${count} more slides`,
    calls: (count: number) => `+${count} more calls`,
    archive: (count: number) => `+${count} more finds`,
  },
  search: 'Search',
  beyond: (count: number) => `… and ${count} more.`,
  nothingOf: 'There is nothing of that in it.',
  empty: 'Nothing new this time.',
  next: 'The next event:',
};
