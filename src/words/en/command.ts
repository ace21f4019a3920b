/** What each command is called, what it does and what one may type for it. */
import type { Description } from '../../port.ts';

export const command = {
  search: {
    called: ['search'],
    summary: 'Find a talk in the reports',
    options: {
      text: 'What to look for',
      page: 'Which page of the results',
      limit: 'How many results on a page',
    },
    examples: [
      'search buildkit',
      'search kubernetes tag:docker year:2018',
      'search "Docker Compose" speaker:tn961ir',
    ],
  },
  report: {
    called: ['report', 'reports'],
    summary: 'Read a report or a talk here; without a name: the newest reports',
    options: { name: 'A report, by its title', page: 'Which page', back: 'Where Back leads' },
    examples: ['report', 'report Docker Meetup Tokyo #6'],
  },
  speaker: {
    called: ['speaker', 'speakers'],
    summary: 'The talks of one person; without a name: everyone who spoke',
    options: { name: 'A name or handle', page: 'Which page' },
    examples: ['speaker', 'speaker @spesnova'],
  },
  series: {
    called: ['series'],
    summary: 'The meetups of a series; without a name: all series',
    options: { name: 'The name of a series', page: 'Which page' },
    examples: ['series', 'series Docker Meetup Tokyo'],
  },
  upcoming: {
    called: ['upcoming', 'events'],
    summary: 'What is coming up',
    options: {
      place: 'A city or venue',
      series: 'A series',
      tag: 'A tag',
      until: 'A date: 2027-03-31',
      page: 'Which page',
    },
    examples: ['upcoming', 'upcoming place:Online'],
  },
  status: {
    called: ['status'],
    summary: 'What is indexed and how old it is; for organisers also what is wrong and what was not found',
    options: { page: 'Which page of the problems' },
    examples: ['status'],
  },
  help: {
    called: ['help'],
    summary: 'What one can ask, with examples',
    options: { topic: 'A command' },
    examples: ['help', 'help search'],
  },
  settings: {
    called: ['settings', 'language'],
    summary: 'Choose the language of the answers to you',
    options: { language: 'A language: ja, en, auto' },
    examples: ['settings', 'settings language:ja'],
  },
  show: {
    called: ['show'],
    summary: 'Show an answer to everyone here, and tell one person of it',
    options: { who: 'Whom to tell', what: 'What to look for, or a command' },
    examples: ['show @hanako buildkit', 'show @hanako speaker @spesnova'],
  },
  start: {
    called: ['start'],
    summary: 'The start page: what is coming, what is new',
    options: {},
    examples: [],
  },
  unanswered: {
    called: [],
    summary: 'What was asked for and not found',
    options: { page: 'Which page' },
    examples: [],
  },
  card: {
    called: [],
    summary: 'What a link to a report leads to',
    options: { address: 'An address' },
    examples: [],
  },
  share: {
    called: [],
    summary: 'Show an answer to everyone here',
    options: { call: 'The command' },
    examples: [],
  },
} satisfies Record<string, Description>;
