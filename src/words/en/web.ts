/** What only the pages in a browser say. */
import { plural } from './plural.ts';
import { digest } from './web-digest.ts';
import { event } from './web-event.ts';

export const web = {
  about: 'Meetup reports, talk by talk, and what is coming up.',
  skip: 'To the text',
  navigation: 'Pages',
  place: {
    reports: 'Reports',
    speakers: 'Speakers',
    series: 'Series',
    tags: 'Tags',
    events: 'Events',
    digests: 'Digests',
  },
  search: 'Search',
  searchHint: 'Talks, speakers, words…',
  feed: 'Feed (Atom)',
  all: (total: number) => `All ${plural(total, 'report')}`,
  pages: 'More of this list',
  newer: 'Back',
  older: (left: number) => `More (${left})`,
  picture: 'picture',
  table: 'table',
  noTags: 'No report has a tag yet.',
  tag: (name: string) => `Tag: ${name}`,
  contents: 'Talks',
  permalink: 'Link to this place',
  beside: 'In this series',
  before: (title: string) => `Before: ${title}`,
  after: (title: string) => `Next: ${title}`,
  allComing: 'All that is coming up',
  zone: (zone: string) => `Times are local: ${zone}.`,
  footnotes: { title: 'Footnotes', back: 'Back to the text' },
  notFound: 'There is no such page.',
  notFoundHint: 'It may have moved. The search above finds it.',
  waiting: 'Reading the reports. This page opens by itself.',
  event,
  digest,
};
