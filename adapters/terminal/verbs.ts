/** Which verbs there are, and what each takes, in the order of help. */
import type { Locale } from '../../src/port.ts';
import type { Session } from './session.ts';
import { ask } from './verb/ask.ts';
import { check } from './verb/check.ts';
import { doctor } from './verb/doctor.ts';
import { events } from './verb/events.ts';
import { explain } from './verb/explain.ts';
import { importEvents } from './verb/import.ts';
import { parse } from './verb/parse.ts';
import { setup } from './verb/setup.ts';
import { start } from './verb/start.ts';
import { sync } from './verb/sync.ts';

/** Options that one verb or another has. */
export interface Flags {
  readonly as?: string;
  readonly at?: string;
  readonly apply?: boolean;
  readonly compare?: string;
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
  readonly run: (
    session: Session,
    given: Flags & { readonly argument: string | undefined },
  ) => Promise<number>;
}

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
    flags: [['--at <time>', 'as if it were then: 2027-03-10T19:00:00+09:00']],
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
