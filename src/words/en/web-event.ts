/** What the pages of events say. */
import { plural } from './plural.ts';

export const event = {
  label: {
    when: 'When',
    where: 'Where',
    stream: 'Stream',
    seats: 'Seats',
    series: 'Series',
    registration: 'Registration',
    announced: 'Source',
    report: 'Report',
  },
  sources: { files: 'the community itself', reports: 'a report' },
  cancelled: 'This event has been cancelled.',
  disagree: 'Not everyone announces the same time. Make sure before you go.',
  about: 'About it',
  shown: 'Slides and recordings',
  of: 'The event',
  every: 'All events',
  titled: (names: string) => `Coming up: ${names}`,
  noneOf: 'No planned event is one of these.',
  coming: (count: number) => `${plural(count, 'event')} coming up`,
  subscribe: 'Subscribe',
  calendar: (name: string) => `Events: ${name}`,
  open: 'Open in your calendar app',
  how: 'A calendar app opens the link. Google (Other calendars, From URL) and Outlook (Add calendar, Subscribe from web) want the address.',
};
