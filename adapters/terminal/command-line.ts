/** The command line: which verbs there are, what each takes, and which exit code an outcome has. */
import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../../src/error.ts';
import { exit, openSession } from './session.ts';
import type { Common, Session, Wiring } from './session.ts';
import { ask } from './verb/ask.ts';
import { check } from './verb/check.ts';
import { events } from './verb/events.ts';
import { explain } from './verb/explain.ts';
import { parse } from './verb/parse.ts';
import { start } from './verb/start.ts';
import { sync } from './verb/sync.ts';

interface Verb {
  readonly name: string;
  readonly argument?: string;
  readonly about: string;
  readonly flags?: readonly (readonly [flag: string, about: string])[];
  readonly example: string;
  /** Does its argument name the folder of content? */
  readonly takesFolder?: true;
  readonly run: (
    session: Session,
    given: { readonly argument: string | undefined; readonly at?: string },
  ) => Promise<number>;
}

const verbs: readonly Verb[] = [
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
    example: 'ask kubernetes tag:docker',
    run: (session, { argument }) => ask(session, argument),
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
];

/** Runs one command line and resolves to its exit code. */
export async function runCommandLine(argv: readonly string[], wiring: Wiring): Promise<number> {
  let code: number = exit.fine;
  const program = createProgram(wiring, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(withVerb(argv), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage;
    throw error;
  }
}

const names = new Set([...verbs.map(({ name }) => name), 'help']);

/** Options that take the next word. */
const taking = new Set(['--content', '--locale', '--at']);

/** The verb comes first, wherever options stand; no verb means `start`. */
function withVerb(argv: readonly string[]): string[] {
  const at = argv.findIndex((word, index) => names.has(word) && !taking.has(argv[index - 1] ?? ''));
  const [first = '--'] = argv;
  if (at > 0 && first.startsWith('-'))
    return [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)];
  const isHelp = first === '--help' || first === '-h';
  return at < 0 && first.startsWith('-') && !isHelp ? ['start', ...argv] : [...argv];
}

function createProgram(wiring: Wiring, finish: (code: number) => void): Command {
  const program = new Command('meetup')
    .description('Keeps the reports and events of a meetup community findable.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void wiring.stdout.write(text),
      writeErr: (text) => void wiring.stderr.write(text),
    })
    .addHelpText('after', overview);
  for (const verb of verbs) program.addCommand(commandOf(verb, wiring, finish));
  return program;
}

function commandOf(verb: Verb, wiring: Wiring, finish: (code: number) => void): Command {
  const command = new Command(verb.name)
    .summary(verb.about)
    .description(`${verb.about[0]?.toUpperCase()}${verb.about.slice(1)}.`)
    .option('--content <dir>', 'the folder of Markdown files (MEETUP_CONTENT)')
    .option('--json', 'the answer for machines')
    .addOption(new Option('--locale <locale>', 'the language of answers').choices(['ja', 'en']))
    .addHelpText('after', `\nExample:\n  npm run -s meetup -- ${verb.example}`)
    .exitOverride();
  for (const [flag, about] of verb.flags ?? []) command.option(flag, about);
  if (verb.argument !== undefined) command.argument(verb.argument);
  return command.action(async () => {
    const options = command.opts<Common & { at?: string }>();
    const argument = command.args.length === 0 ? undefined : command.args.join(' ');
    const session = openSession(wiring, options, verb.takesFolder ? argument : undefined);
    finish(await settled(session, () => verb.run(session, { argument, ...options })));
  });
}

/** A person's mistake is said in their language; anything else is a bug and goes on. */
async function settled(session: Session, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const sentence = complaints[error.code]?.(session, error);
    if (sentence === undefined) throw error;
    session.complain(sentence);
    return wrongs.has(error.code) ? exit.wrong : exit.settings;
  }
}

/** Nothing that a setting would mend. */
const wrongs: ReadonlySet<string> = new Set(['locked', 'port-taken', 'state-broken', 'state-newer']);

const complaints: Readonly<Record<string, (session: Session, error: UserError) => string>> = {
  'no-folder': ({ words }, { facts }) => words.terminal.noFolder(String(facts['folder'])),
  'data-folder': ({ words }, { facts }) => words.terminal.dataFolder(String(facts['folder'])),
  locked: ({ words }, { facts }) => words.terminal.locked(String(facts['folder'])),
  'state-broken': ({ words }, { facts }) => words.terminal.stateBroken(String(facts['file'])),
  'state-newer': ({ words }, { facts }) => words.terminal.stateNewer(String(facts['file'])),
  'bad-port': ({ words }, { facts }) => words.terminal.badPort(String(facts['value'])),
  'bad-public-url': ({ words }, { facts }) => words.terminal.badPublicUrl(String(facts['value'])),
  'port-taken': ({ words }, { facts }) => words.terminal.portTaken(String(facts['port'])),
  'port-forbidden': ({ words }, { facts }) => words.terminal.portForbidden(String(facts['port'])),
  'host-unknown': ({ words }, { facts }) => words.terminal.hostUnknown(String(facts['host'])),
};

const overview = `
Examples:
  npm start                                 open http://127.0.0.1:3000/ and talk to the bot
  npm run -s meetup -- ask                  talk to it here
  npm run -s meetup -- ask buildkit         one answer
  npm run -s meetup -- ask --help           what a verb takes

Environment: MEETUP_CONTENT (folder of Markdown files), MEETUP_DATA (index, ./data), LOG_LEVEL (warn),
  PORT (3000), HOST (127.0.0.1), PUBLIC_URL (the address that people type, if it is another one).
Exit codes: 0 fine, 1 something is wrong, 2 wrong usage, 70 a bug, 78 settings.`;
