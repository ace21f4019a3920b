/** What each command is called, what it does and what one may type for it. */
import type { Description } from '../../port.ts';
import { commandDigest } from './command-digest.ts';
import { commandNote } from './command-note.ts';

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
  event: {
    called: ['event'],
    summary: 'Everything about one event: when, where, who speaks, and reminders',
    options: { name: 'An event, by its title', back: 'Where Back leads' },
    examples: ['event Harbour Lightning Talks'],
  },
  'event-new': {
    called: ['new event'],
    title: 'New event',
    summary: 'Announce an event (organisers)',
    options: {
      title: 'What it is called',
      when: 'When: next Friday 19:00, 3 Dec 19:00–21:00',
      place: 'Where it takes place',
      url: 'Page to register',
      details: 'About it; talks as list: - Title / name (20 min)',
      save: 'Save it',
    },
    examples: ['event new', 'event new title:"Docker Meetup" when:"next Friday 19:00"'],
  },
  reminders: {
    called: ['reminders'],
    summary: 'The events that you will be reminded of',
    options: {},
    examples: ['reminders'],
  },
  subscribe: {
    called: ['subscribe'],
    summary: 'Tell this channel of new, moved and cancelled events, and remind it (organisers)',
    options: {
      series: 'Only a series',
      tag: 'Only events with a tag',
      reminders: 'Remind a day and an hour before? no: only what changes',
    },
    examples: ['subscribe', 'subscribe series:"Docker Meetup Tokyo" reminders:no'],
  },
  unsubscribe: {
    called: ['unsubscribe'],
    summary: 'Do not tell this channel of events any more (organisers)',
    options: {},
    examples: ['unsubscribe'],
  },
  ...commandDigest,
  ...commandNote,
  mirror: {
    called: ['mirror'],
    summary: 'Show coming events as events of this Discord server (organisers)',
    options: { on: 'yes or no' },
    examples: ['mirror'],
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
  calendar: {
    called: [],
    summary: 'Put an event into a calendar',
    options: { event: 'An event' },
    examples: [],
  },
  remind: {
    called: [],
    summary: 'Be reminded of an event',
    options: { event: 'An event', only: 'Minutes before', off: 'No more' },
    examples: [],
  },
  draft: {
    called: [],
    summary: 'Begin a report of an event',
    options: { event: 'An event', stop: 'No more questions' },
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
