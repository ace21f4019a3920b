/** Which verbs there are, and what each takes, in the order of help. */
import type { Locale } from '../../src/port.ts';
import type { Words } from '../../src/words/index.ts';
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
  readonly name: keyof Words['commandLine']['verb'];
  readonly argument?: string;
  /** Is there a flag that takes the name of a platform? */
  readonly takesForm?: true;
  /** Does its argument name a platform that can be set up? */
  readonly takesPlatform?: true;
  /** `--at <time>`; what each means stands with the words. */
  readonly flags?: readonly string[];
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

const replay: Verb = {
  name: 'replay',
  flags: ['--from <time>', '--to <time>', '--channel <name>'],
  example: 'digest replay --from 2027-01-01 --to 2027-03-31',
  run: (session, flags) => digestReplay(session, flags),
};

export const verbs: readonly Verb[] = [
  {
    name: 'start',
    example: 'start --content ~/our-blog/_posts',
    run: (session) => start(session),
  },
  {
    name: 'ask',
    argument: '[text...]',
    takesForm: true,
    example: 'ask kubernetes tag:docker',
    run: (session, { argument, as }) => ask(session, argument, as),
  },
  {
    name: 'explain',
    argument: '<query...>',
    example: 'explain kubenetes tag:docker',
    run: (session, { argument = '' }) => explain(session, argument),
  },
  {
    name: 'parse',
    argument: '<file>',
    example: 'parse content/reports/docker-meetup-tokyo-6.md --json',
    run: (session, { argument = '' }) => parse(session, argument),
  },
  {
    name: 'check',
    argument: '[dir]',
    example: 'check ~/our-blog/_posts',
    takesFolder: true,
    run: (session) => check(session),
  },
  {
    name: 'index',
    argument: '[dir]',
    example: 'index --json',
    takesFolder: true,
    run: (session) => sync(session),
  },
  {
    name: 'events',
    flags: ['--at <time>'],
    example: 'events --json',
    run: (session, { at }) => events(session, at),
  },
  {
    name: 'import',
    flags: ['--apply'],
    example: 'import --json',
    run: (session, { apply = false }) => importEvents(session, apply),
  },
  {
    name: 'digest',
    flags: ['--channel <name>', '--at <time>'],
    example: 'digest --channel general --at 2027-03-10',
    under: [replay],
    run: (session, flags) => digest(session, flags),
  },
  {
    name: 'collect',
    flags: ['--slack-json <file>', '--users <file>', '--discord-json <file>', '--write'],
    example: 'collect --slack-json thread.json --users users.json > notes.md',
    run: (session, flags) => collect(session, flags),
  },
  {
    name: 'backup',
    argument: '<file>',
    example: 'backup ~/meetup-2027-03-10.db',
    run: (session, { argument = '' }) => backup(session, argument),
  },
  {
    name: 'restore',
    argument: '<file>',
    example: 'restore ~/meetup-2027-03-10.db',
    run: (session, { argument = '' }) => restore(session, argument),
  },
  {
    name: 'setup',
    argument: '<platform>',
    takesPlatform: true,
    flags: ['--apply', '--compare <file>', '--url <url>'],
    example: 'setup slack --compare manifest.json',
    run: (session, { argument = '', ...flags }) => setup(session, argument, flags),
  },
  {
    name: 'doctor',
    example: 'doctor --json',
    run: (session) => doctor(session),
  },
];
