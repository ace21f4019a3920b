/** Which verbs there are, and what each takes, in the order of help. */
import type { Locale } from '../../src/port.ts';
import type { Session } from './session.ts';
import { ask } from './verb/ask.ts';
import { backup } from './verb/backup.ts';
import { check } from './verb/check.ts';
import { collect } from './verb/collect.ts';
import { digest } from './verb/digest.ts';
import { digestReplay } from './verb/digest-replay.ts';
import { doctor } from './verb/doctor.ts';
import { events } from './verb/events.ts';
import { explain } from './verb/explain.ts';
import { importEvents } from './verb/import.ts';
import { parse } from './verb/parse.ts';
import { restore } from './verb/restore.ts';
import { setup } from './verb/setup.ts';
import { start } from './verb/start.ts';
import { sync } from './verb/sync.ts';

/** Options that one verb or another has. */
export interface Flags {
  readonly as?: string;
  readonly at?: string;
  readonly apply?: boolean;
  readonly channel?: string;
  readonly discordJson?: string;
  readonly slackJson?: string;
  readonly users?: string;
  readonly write?: boolean;
  readonly compare?: string;
  readonly from?: string;
  readonly to?: string;
  readonly url?: string;
  readonly locale?: Locale;
}

export interface Verb {
  readonly name: string;
  readonly argument?: string;
  /** Is there a flag that takes the name of a platform? */
  readonly takesForm?: true;
  /** Does its argument name a platform that can be set up? */
  readonly takesPlatform?: true;
  readonly about: string;
  readonly flags?: readonly (readonly [flag: string, about: string])[];
  readonly example: string;
  /** Does its argument name the folder of content? */
  readonly takesFolder?: true;
  /** Verbs of two words that begin with this one. */
  readonly under?: readonly Verb[];
  readonly run: (
    session: Session,
    given: Flags & { readonly argument: string | undefined },
  ) => Promise<number>;
}

const ofChannel = ['--channel <name>', 'of this channel alone: general'] as const;

const replay: Verb = {
  name: 'replay',
  about: 'the digests of a time that is over, one a line, as far as the folder tells what was known when',
  flags: [
    ['--from <time>', 'a date, or an instant: 2027-01-01'],
    ['--to <time>', 'the same, a date with all of its day; without it, now'],
    ofChannel,
  ],
  example: 'digest replay --from 2027-01-01 --to 2027-03-31',
  run: (session, flags) => digestReplay(session, flags),
};

export const verbs: readonly Verb[] = [
  {
    name: 'start',
    about: 'the bot that stays: pages and chat in the browser (this is what no verb means)',
    example: 'start --content ~/our-blog/_posts',
    run: (session) => start(session),
  },
  {
    name: 'ask',
    argument: '[text...]',
    about: 'one answer; without TEXT a conversation, or one answer for each line of a pipe',
    takesForm: true,
    example: 'ask kubernetes tag:docker',
    run: (session, { argument, as }) => ask(session, argument, as),
  },
  {
    name: 'explain',
    argument: '<query...>',
    about: 'why a search finds what it finds, in this order',
    example: 'explain kubenetes tag:docker',
    run: (session, { argument = '' }) => explain(session, argument),
  },
  {
    name: 'parse',
    argument: '<file>',
    about: 'what the bot understands of one report',
    example: 'parse content/reports/docker-meetup-tokyo-6.md --json',
    run: (session, { argument = '' }) => parse(session, argument),
  },
  {
    name: 'check',
    argument: '[dir]',
    about: 'everything in a folder that was not understood; exit 1 if there is something',
    example: 'check ~/our-blog/_posts',
    takesFolder: true,
    run: (session) => check(session),
  },
  {
    name: 'index',
    argument: '[dir]',
    about: 'take in what changed',
    example: 'index --json',
    takesFolder: true,
    run: (session) => sync(session),
  },
  {
    name: 'events',
    about: 'what is coming up within 90 days, one a line',
    flags: [['--at <time>', 'as if it were then: 2027-03-10, or 2027-03-10T19:00:00+09:00']],
    example: 'events --json',
    run: (session, { at }) => events(session, at),
  },
  {
    name: 'import',
    about: 'what is announced and not known yet, a step a line; the bot that stays does it by itself',
    flags: [['--apply', 'take it over, and tell the channels that asked to be told']],
    example: 'import --json',
    run: (session, { apply = false }) => importEvents(session, apply),
  },
  {
    name: 'digest',
    about: 'what the next digest of each channel would say, and why; nothing is posted',
    flags: [ofChannel, ['--at <time>', 'as if it were then: 2027-03-10, or 2027-03-10T19:00:00+09:00']],
    example: 'digest --channel general --at 2027-03-10',
    under: [replay],
    run: (session, flags) => digest(session, flags),
  },
  {
    name: 'collect',
    about: 'a conversation that was exported, as the Markdown file that a note of it is',
    flags: [
      [
        '--slack-json <file>',
        'messages as Slack gave them: a response of conversations.replies, a day of an export, or the folder of a channel in it',
      ],
      [
        '--users <file>',
        'Slack: who is who, a response of users.list or users.json of an export (beside the folder of a channel it is found)',
      ],
      ['--discord-json <file>', 'messages as Discord or DiscordChatExporter gave them'],
      ['--write', 'put it into the folder; without it, only print it'],
    ],
    example: 'collect --slack-json thread.json --users users.json > notes.md',
    run: (session, flags) => collect(session, flags),
  },
  {
    name: 'backup',
    argument: '<file>',
    about: 'what the bot remembers, in one new file; a bot may be running meanwhile',
    example: 'backup ~/meetup-2027-03-10.db',
    run: (session, { argument = '' }) => backup(session, argument),
  },
  {
    name: 'restore',
    argument: '<file>',
    about: 'the bot remembers what a backup says; what it remembered until then is kept beside it',
    example: 'restore ~/meetup-2027-03-10.db',
    run: (session, { argument = '' }) => restore(session, argument),
  },
  {
    name: 'setup',
    argument: '<platform>',
    takesPlatform: true,
    about: 'what is to be done so that the bot can join: the manifest for Slack, the commands for Discord',
    flags: [
      ['--apply', 'Discord: register the commands, and do not only say which'],
      [
        '--compare <file>',
        'Slack: what differs in a manifest that was saved there; exit 1 if something does',
      ],
      ['--url <url>', 'Slack: it calls the bot there (HTTP mode), not the bot it'],
    ],
    example: 'setup slack --compare manifest.json',
    run: (session, { argument = '', ...flags }) => setup(session, argument, flags),
  },
  {
    name: 'doctor',
    about: 'what is wrong with folders, settings, tokens and permissions, and how to mend it',
    example: 'doctor --json',
    run: (session) => doctor(session),
  },
];
