/** Every sentence the bot says, in English. The other languages are typed by this one: a missing sentence does not compile. */
import type { ProblemCode } from '../model.ts';
import type { Description } from '../port.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** What a count of bytes looks like to people. */
const size = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

const problem: Readonly<Record<ProblemCode, (detail: string) => string>> = {
  'front-matter-broken': (detail) =>
    `The front matter can not be parsed (${detail}). Its lines were read one by one instead.`,
  'front-matter-unclosed': () => 'The front matter is not closed. Add a line with --- after it.',
  'front-matter-not-a-map': () =>
    'The front matter is not a list of "key: value" lines. It was read as text.',
  'front-matter-language': (detail) =>
    `Front matter in "${detail}" is never executed. It was read as text. Use --- and YAML.`,
  'front-matter-too-long': () => 'The front matter is too long. It was read as text.',
  'value-cut': (detail) =>
    `YAML would cut "${detail}" at the "#". It was read in full. Put the value in quotes.`,
  'date-unreadable': (detail) => `"${detail}" is no date that can be read. Write it as 2027-03-10.`,
  'field-unreadable': (detail) => `"${detail}" has a value that can not be read. It was ignored.`,
  encoding: (detail) => `The file is not UTF-8${detail === '' ? '' : ` (${detail})`}. Save it as UTF-8.`,
  'section-too-long': () =>
    'The section is too long to be shown in full. All of the file can still be found.',
  'nesting-too-deep': () => 'The text is nested too deeply. It is shown as plain text from here on.',
  'event-incomplete': (detail) => `The event lacks a readable ${detail}. It is not in the agenda.`,
  'settings-unreadable': (detail) => `The setting "${detail}" can not be read. Its default is used.`,
  'file-too-large': (detail) => `The file is too large (${size(detail)}). It was not read.`,
  'file-unreadable': (detail) => `The file can not be read${detail === '' ? '' : ` (${detail})`}.`,
  'file-not-regular': (detail) =>
    `This is no regular file${detail === '' ? '' : ` (${detail})`}. It was not read.`,
  'parser-failed': () => 'The file could not be understood. It can be found as plain text.',
};

const command = {
  search: {
    called: ['search'],
    summary: 'Find a talk in the reports',
    options: {
      text: 'What to look for',
      page: 'Which page of the results',
      limit: 'How many results on a page',
    },
    examples: [
      'buildkit',
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
    summary: 'What is indexed, how old it is, and what is wrong with which file',
    options: { page: 'Which page of the problems' },
    examples: ['status'],
  },
  help: {
    called: ['help'],
    summary: 'What one can ask, with examples',
    options: { topic: 'A command' },
    examples: ['help', 'help search'],
  },
  start: {
    called: ['start'],
    summary: 'The start page: what is coming, what is new',
    options: {},
    examples: [],
  },
  share: {
    called: [],
    summary: 'Show an answer to everyone here',
    options: { call: 'The command' },
    examples: [],
  },
} satisfies Record<string, Description>;

export const en = {
  command,
  problem,

  result: {
    found: (total: string, query: string) =>
      `${total} ${total === '1' ? 'result' : 'results'} for “${query}”`,
    span: (from: number, to: number) => `${from}–${to}`,
    nothing: (query: string) => `Nothing was found for “${query}”.`,
    pastEnd: 'There are no more results.',
    didYouMean: (query: string) => `Did you mean “${query}”?`,
    widen: [
      'Use fewer words, or another word for the same thing.',
      'Leave out a filter.',
      'A part of a word is enough in Japanese: 監視.',
    ],
    faults: {
      'unknown-filter': ({ name }: { name: string }) =>
        `There is no filter “${name}:”; it was searched as a word. Filters: tag, speaker, series, year, after, before, type, place.`,
      'bad-value': ({ name, value }: { name: string; value: string }) =>
        `“${value}” is no value for ${name}: and was left out. ${
          { type: 'Use talk, section, report or event.', year: 'Use a year such as 2018.' }[name] ??
          'Use a date such as 2018-07-31.'
        }`,
      'too-long': ({ limit }: { limit: number }) =>
        `The query is long: its first ${limit} characters were searched.`,
    },
    slides: 'slides',
    event: 'event',
  },

  report: {
    newest: 'Newest reports',
    none: 'There are no reports yet.',
    talks: (count: number) => plural(count, 'talk'),
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    original: 'web page',
    eventPage: 'event page',
    untitled: 'untitled',
    empty: 'The report says nothing more about it.',
  },

  speaker: {
    all: (total: number) => `${plural(total, 'speaker')} in the reports`,
    talksOf: (name: string, total: number) => `${plural(total, 'talk')} by ${name}`,
    none: 'No report names a speaker yet.',
    talks: (count: number) => plural(count, 'talk'),
  },

  series: {
    all: (total: number) => `${plural(total, 'series', 'series')} of meetups`,
    reportsOf: (name: string, total: number) => `${name}: ${plural(total, 'report')}`,
    none: 'No report belongs to a series yet.',
    reports: (count: number) => plural(count, 'report'),
  },

  agenda: {
    title: 'Coming up',
    none: 'No events are planned.',
    noneMatching: 'No planned event fits these filters. “/meetup upcoming” lists them all.',
    cancelled: 'cancelled',
    inferred: 'year inferred from a report',
    online: 'stream',
    seats: (count: number) => plural(count, 'seat'),
  },

  start: {
    welcome: (community: string | null) => (community === null ? 'Welcome' : community),
    can: 'Type some words to search all reports, talk by talk.',
    upcoming: 'Coming up',
    newest: 'New reports',
    tryOne: 'Try one of these:',
  },

  help: {
    title: 'What one can ask',
    plainWords: 'Plain words search; no command is needed.',
    filters: 'Filters, in any order, with a word after them:',
    filter: {
      'tag:': 'a tag of the report: tag:docker',
      'speaker:': 'who spoke: speaker:zembutsu',
      'series:': 'a series of meetups: series:"Docker Meetup Tokyo"',
      'year:': 'when it was held: year:2018',
      'after:, before:': 'from or up to a date: after:2018-04',
      'type:': 'talk, section, report or event: type:talk',
      'place:': 'a city: place:大阪',
    },
    phrase: 'Words in "quotes" stand next to each other.',
    options: 'Options:',
    examples: 'Examples:',
    write: (text: string) => `/meetup ${text}`.trimEnd(),
  },

  status: {
    title: 'Status',
    counts: (facts: { files: number; reports: number; talks: number; events: number }) =>
      `${plural(facts.files, 'file')}: ${plural(facts.reports, 'report')} with ${plural(facts.talks, 'talk')}, ${plural(facts.events, 'event')}.`,
    checked: 'Last looked at:',
    changed: 'Last change:',
    never: 'The folder has not been looked at yet.',
    fine: 'Every file was understood.',
    unreadable:
      'The folder can not be read at the moment. What follows is what it held before. Check that it is there and may be read.',
    problems: (count: number) => `${plural(count, 'thing')} could not be understood:`,
    problemCount: (count: number) => `${plural(count, 'thing')} could not be understood.`,
    at: (file: string, line: number) => (line > 0 ? `${file}, line ${line}` : file),
  },

  share: {
    by: (name: string) => `Shared by ${name}`,
  },

  button: {
    read: (number: number) => `Read ${number}`,
    readAll: 'Read all',
    more: (count: number) => `More (${count})`,
    page: (page: number) => `Page ${page}`,
    back: 'Back',
    report: 'The whole report',
    previous: 'Previous talk',
    next: 'Next talk',
    share: 'Share',
    reports: 'Newest reports',
    upcoming: 'Coming up',
    speakers: 'Speakers',
    series: 'Series',
    help: 'Help',
    didYouMean: (query: string) => `Search “${query}”`,
  },

  error: {
    'search-empty': () => 'Type what to look for: /meetup search buildkit',
    'report-not-found': ({ name }: Facts) =>
      `No report fits “${name}”. “/meetup report” lists the newest ones.`,
    'report-gone': () => 'That report is no longer there. “/meetup report” lists the newest ones.',
    'speaker-not-found': ({ name }: Facts) =>
      `No report names “${name}” as a speaker. “/meetup speaker” lists everyone.`,
    'series-not-found': ({ name }: Facts) => `No series fits “${name}”. “/meetup series” lists them all.`,
    'command-unknown': ({ name }: Facts) => `There is no command “${name}”. “/meetup help” lists them.`,
    'not-a-number': ({ option, value }: Facts) => `${option} needs a whole number, not “${value}”.`,
    'number-out-of-range': ({ option, value, min, max }: Facts) =>
      `${option} goes from ${min} to ${max}; ${value} is outside.`,
    'page-past-end': ({ pages }: Facts) => `That is past the end: the last page is ${pages}.`,
    'date-unreadable': ({ value }: Facts) =>
      `“${value}” is no date that can be read. Write it as 2027-03-31.`,
    'not-shareable': () => 'This can not be shared. Share an answer with the button below it.',
  },

  fault: (id: string) =>
    `Sorry, something went wrong here. It is not your doing. If it happens again, tell the organisers this number: ${id}`,
  noCommunity:
    'Hello! This workspace is not on the list of the community that runs me, so I can not answer here.',

  terminal: {
    prompt: 'Type words to search, a number to press a button, "help", or "exit".',
    everyoneSees: 'Everyone here sees this:',
    noSuchButton: (number: number, count: number) =>
      `There is no button ${number}; they go from 1 to ${count}.`,
    reading: (done: number, of: number) => `Reading reports: ${done} of ${of}`,
    left: (seconds: number) =>
      seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`,
    indexed: (facts: {
      files: number;
      read: number;
      unchanged: number;
      removed: number;
      talks: number;
      ms: number;
    }) =>
      `${plural(facts.files, 'file')} with ${plural(facts.talks, 'talk')}: ${facts.read} read, ${facts.unchanged} unchanged, ${facts.removed} removed, in ${(facts.ms / 1000).toFixed(1)} s.`,
    noFolder: (folder: string) =>
      `There is no folder ${folder} that can be read. Name one with --content, or set MEETUP_CONTENT.`,
    dataFolder: (folder: string) =>
      `The index can not be written in ${folder}. Make room or give rights there, or name another folder with MEETUP_DATA.`,
    logLevel: (wish: string, levels: string) =>
      `LOG_LEVEL can be ${levels}; "${wish}" is none of them and was ignored.`,
    failed: (id: string) =>
      `Sorry, the bot failed, and it is not your doing. LOG_LEVEL=error shows why; the number of this failure is ${id}.`,
    locked: (folder: string) =>
      `Another bot is running on ${folder}. Stop it first, or give this one its own folder with MEETUP_DATA.`,
    badTime: (value: string) => `--at needs an instant such as 2027-03-10T19:00:00+09:00, not "${value}".`,
    notTalk: 'not a talk',
  },
};

type Facts = Readonly<Record<string, string | number>>;

export type Words = typeof en;
