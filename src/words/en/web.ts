/** What only the pages in a browser say. */
import { plural } from './plural.ts';

export const web = {
  about: 'Meetup reports, talk by talk, and what is coming up.',
  skip: 'To the text',
  navigation: 'Pages',
  place: {
    reports: 'Reports',
    speakers: 'Speakers',
    series: 'Series',
    tags: 'Tags',
    upcoming: 'Coming up',
  },
  search: 'Search',
  searchHint: 'Talks, speakers, words…',
  feed: 'Feed (Atom)',
  all: (total: number) => `All ${plural(total, 'report')}`,
  pages: 'More of this list',
  newer: 'Back',
  older: (left: number) => `More (${left})`,
  picture: 'picture',
  footnotes: { title: 'Footnotes', back: 'Back to the text' },
  notFound: 'There is no such page.',
  notFoundHint: 'It may have moved. The search above finds it.',
  waiting: 'Reading the reports. This page opens by itself.',
};
