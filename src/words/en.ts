/** Every sentence the bot says, in English. The other languages are typed by this one: a missing sentence does not compile. */
import { backup } from './en/backup.ts';
import { chat } from './en/chat.ts';
import { command } from './en/command.ts';
import { commandLine } from './en/command-line.ts';
import { digestCommand } from './en/digest-command.ts';
import { digestError } from './en/digest-error.ts';
import { digest } from './en/digest.ts';
import { digestVerb } from './en/digest-verb.ts';
import { digestNotice } from './en/digest-notice.ts';
import { discord } from './en/discord.ts';
import { doctor } from './en/doctor.ts';
import { event } from './en/event.ts';
import { draft } from './en/draft.ts';
import { explain } from './en/explain.ts';
import { feed } from './en/feed.ts';
import { fit } from './en/fit.ts';
import { form } from './en/form.ts';
import { git } from './en/git.ts';
import { http } from './en/http.ts';
import { note } from './en/note.ts';
import { noteError } from './en/note-error.ts';
import { noteFile } from './en/note-file.ts';
import { noteSecret } from './en/note-secret.ts';
import { noteVerb } from './en/note-verb.ts';
import { noteText } from './en/note-text.ts';
import { noteExport } from './en/note-export.ts';
import { plural } from './en/plural.ts';
import { playground } from './en/playground.ts';
import { problem } from './en/problem.ts';
import { schedule } from './en/schedule.ts';
import { setup } from './en/setup.ts';
import { slack } from './en/slack.ts';
import { terminal } from './en/terminal.ts';
import { web } from './en/web.ts';

export const en = {
  command,
  commandLine,
  problem,
  event,
  git,
  note,
  noteSecret,
  noteText,
  noteVerb,
  digestCommand,
  digest,
  digestNotice,
  digestVerb,
  backup,
  schedule,
  explain,

  result: {
    found: (total: string, query: string) =>
      `${total} ${total === '1' ? 'result' : 'results'} for “${query}”`,
    span: (from: number, to: number) => `${from}–${to}`,
    nothing: (query: string) => `Nothing was found for “${query}”.`,
    pastEnd: 'There are no more results.',
    didYouMean: (query: string) => `Did you mean “${query}”?`,
    corrected: (words: string) => `Showing results for “${words}”.`,
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
    asOf: 'Index last updated:',
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
    /** Slides that the report does not link, and the page of the event does. */
    proposed: 'slides (from the event page)',
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

  unanswered: {
    title: 'Asked for and not found',
    none: 'Every search has found something so far.',
    asked: (words: string) => `“${words}”`,
    times: (count: number, day: string) => `${plural(count, 'time')}, last on ${day}`,
    more: (count: number) => `More that was not found (${count})`,
  },

  suggest: {
    series: (name: string) => `${name} (series)`,
    speaker: (name: string) => `${name} (speaker)`,
    tag: (name: string) => `${name} (tag)`,
    word: (word: string) => `${word} (word)`,
    title: {
      talk: (title: string) => `${title} (talk)`,
      report: (title: string) => `${title} (report)`,
      event: (title: string) => `${title} (event)`,
    },
    type: { talk: 'talks', section: 'other sections', report: 'whole reports', event: 'events' },
  },

  settings: {
    title: 'Your settings',
    answers: 'Language of your answers:',
    byYou: 'You chose it yourself.',
    byPlatform: 'It follows your language in this app.',
    zone: (zone: string) => `Times are shown in your time zone (${zone}) as well.`,
    language: { ja: '日本語', en: 'English', auto: 'automatic' },
    choose: { ja: '答えを日本語に', en: 'Answers in English', auto: 'Language: automatic' },
  },

  show: {
    by: (name: string) => `${name} shows you this.`,
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
    asTyped: (words: string) => `Search “${words}” instead`,
  },

  error: {
    ...digestError,
    ...noteError,
    ...noteFile,
    ...noteExport,
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
    'folder-read-only': () => 'The folder of the community can not be written to, so nothing was saved.',
    busy: () => 'Too many people are asking at this moment. Please try again in a few seconds.',
    'organisers-only': () => 'Only organisers can see this.',
    'organisers-decide': () => 'Only organisers can decide this.',
    'event-not-found': ({ name }: Facts) =>
      `No event fits “${name}”. “/meetup upcoming” lists what is coming up.`,
    'event-title': () => 'The event needs a title.',
    'event-url': ({ value }: Facts) =>
      `“${value}” is no address of a page. Write it as in https://docker.connpass.com/event/1/, or leave it out.`,
    'when-unclear': ({ text }: Facts) =>
      `It is not clear when “${text}” is. Write it as in: next Friday 19:00, 3 Dec 19:00–21:00, second Wednesday of every month 19:00, or 2027-03-10 19:00`,
    'when-past': ({ text }: Facts) =>
      `“${text}” is over already. Write a day that is still to come, with its year.`,
    'when-weekday': ({ text, detail }: Facts) =>
      `“${text}” does not fit together: ${detail} is another day of the week.`,
    'when-no-such-day': ({ text }: Facts) => `“${text}”: there is no such day. Look at a calendar, please.`,
    'when-end-before-start': ({ text }: Facts) =>
      `“${text}” ends before it starts. Write the end after the start.`,
    'remind-late': ({ title }: Facts) =>
      `“${title}” has begun, or is called off: there is nothing to remind of.`,
    'subscribe-direct': () => 'Do this in the channel that is to be told.',
    'no-calendar': () => 'There is no calendar of events here that could show them. Discord has one.',
    'button-expired': () => 'This button is too old to know what it meant. Please ask again.',
    'nothing-remembered': () => 'Nothing is remembered here, so there are no settings. They are for chats.',
    'language-unknown': ({ value }: Facts) => `“${value}” is no language to choose. There are: ja, en, auto`,
    'not-a-person': ({ value }: Facts) =>
      `It is not clear who “${value}” is. Type @ and choose from the people who are offered.`,
    'not-a-channel': ({ value }: Facts) =>
      `“${value}” is not the name of a channel. Type # and choose from the channels that are offered.`,
    'show-whom': () =>
      'Say whom to tell: type @ and choose from the people who are offered. Example: /meetup show @hanako buildkit',
    'show-what': () => 'Say what to show. Example: /meetup show @hanako buildkit',
    'show-direct': () => 'Nobody but you can see it here. Do it in a channel that they are in.',
    'show-nothing': ({ what }: Facts) => `There is nothing to show for “${what}”, so nobody has been told.`,
    'discord-no-content': () =>
      'Discord shows me this conversation without its words. Whoever set me up can switch on “Message Content Intent” on the page Bot of the application.',
    'slack-scopes': ({ scopes }: Facts) =>
      `I may not read conversations here yet (${scopes}): whoever set me up can install the app once more, as “npm run -s meetup -- setup slack” says.`,
    'not-shareable': () => 'This can not be shared. Share an answer with the button below it.',
  },

  fault: (id: string) =>
    `Sorry, something went wrong here. It is not your doing. If it happens again, tell the organisers this number: ${id}`,
  noCommunity:
    'Hello! This workspace is not on the list of the community that runs me, so I can not answer here.',

  chat,

  form,
  fit,

  playground,

  setup,

  slack,

  discord,

  doctor,

  terminal,

  feed,

  http,

  web,

  draft,
};

type Facts = Readonly<Record<string, string | number>>;

export type Words = typeof en;
