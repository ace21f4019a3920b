/** The command line: how its words become a verb with what it takes, and which exit code an outcome has. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { UserError } from '../../src/error.ts';
import type { Locale } from '../../src/port.ts';
import { locales, words } from '../../src/words/index.ts';
import type { Words } from '../../src/words/index.ts';
import { codeOf, complaintOf } from './complaint.ts';
import { aboutFlag, addHelp, exampleOf, nameOf, overview } from './help.ts';
import { localeOf } from './reader.ts';
import { exit, openSession } from './session.ts';
import type { Common, Session } from './session.ts';
import type { Wiring } from './wiring.ts';
import { usageOf } from './usage.ts';
import { allForms } from './verb/ask.ts';
import { verbs } from './verbs.ts';
import type { Flags, Verb } from './verbs.ts';

/** Runs one command line and resolves to its exit code. */
export async function runCommandLine(argv: readonly string[], wiring: Wiring): Promise<number> {
  let code: number = exit.fine;
  const locale = localeIn(argv) ?? localeOf(wiring.env) ?? 'ja';
  const program = createProgram(wiring, locale, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(withVerb(argv), { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.fine;
    wiring.stderr.write(`${usageOf(error, words[locale].commandLine)}\n`);
    return exit.usage;
  }
}

/** The language that is asked for, before anything else is understood. */
const localeIn = (argv: readonly string[]): Locale | null =>
  locales.find((locale) =>
    argv.some(
      (word, at) => word === `--locale=${locale}` || (word === locale && argv[at - 1] === '--locale'),
    ),
  ) ?? null;

const names: ReadonlySet<string> = new Set([...verbs.map(({ name }) => name), 'help']);

const withUnder = verbs.flatMap((verb) => [verb, ...(verb.under ?? [])]);

/** Options that take the next word. */
const taking: ReadonlySet<string> = new Set([
  '--as',
  '--content',
  '--locale',
  ...withUnder.flatMap(({ flags = [] }) => flags.filter((flag) => flag.includes('<')).map(nameOf)),
]);

/** The verb comes first, wherever options stand; no verb means `start`. */
function withVerb(argv: readonly string[]): string[] {
  const at = argv.findIndex((word, index) => names.has(word) && !taking.has(argv[index - 1] ?? ''));
  const [first = '--'] = argv;
  if (at > 0 && first.startsWith('-')) {
    const end = at + wordsOfVerb(argv.slice(at));
    return [...argv.slice(at, end), ...argv.slice(0, at), ...argv.slice(end)];
  }
  const isHelp = first === '--help' || first === '-h';
  return at < 0 && first.startsWith('-') && !isHelp ? ['start', ...argv] : [...argv];
}

/** Two where the verb has two words, else one. */
function wordsOfVerb([verb, next]: readonly string[]): number {
  const under = verbs.find(({ name }) => name === verb)?.under ?? [];
  return under.some(({ name }) => name === next) ? 2 : 1;
}

type Finish = (code: number) => void;

function createProgram(wiring: Wiring, locale: Locale, finish: Finish): Command {
  const texts = words[locale].commandLine;
  const program = speaking(new Command('meetup'), wiring, texts)
    .description(texts.about)
    .helpCommand('help [command]', texts.help)
    .addHelpText('after', overview(texts));
  for (const verb of verbs) program.addCommand(commandOf(verb, { wiring, locale, finish }));
  return program;
}

/** To the streams of the session; what is wrong is said where it is caught. */
const speaking = (command: Command, { stdout, stderr }: Wiring, texts: Words['commandLine']): Command =>
  addHelp(command, texts)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: () => {},
    });

interface Context {
  readonly wiring: Wiring;
  readonly locale: Locale;
  readonly finish: Finish;
}

function commandOf(verb: Verb, context: Context): Command {
  const { wiring, locale, finish } = context;
  const texts = words[locale].commandLine;
  const { about } = texts.verb[verb.name];
  const command = speaking(new Command(verb.name), wiring, texts)
    .summary(about)
    .description(texts.sentence(about))
    .option('--content <dir>', texts.common.content)
    .option('--json', texts.common.json)
    .addOption(new Option('--locale <locale>', texts.common.locale).choices(locales))
    .addHelpText('after', exampleOf(verb, texts));
  for (const flag of verb.flags ?? []) command.option(flag, aboutFlag(verb, flag, texts));
  if (verb.takesForm) command.addOption(formOption(Object.keys(wiring.outgoing), texts.as));
  if (verb.argument !== undefined) {
    const argument = new Argument(verb.argument);
    command.addArgument(verb.takesPlatform ? argument.choices(Object.keys(wiring.setups)) : argument);
  }
  // What stands behind the second word of a verb belongs to that one.
  for (const each of verb.under ?? []) command.enablePositionalOptions().addCommand(commandOf(each, context));
  return command.action(async () => {
    const options = command.optsWithGlobals<Common & Flags>();
    const argument = command.args.length === 0 ? undefined : command.args.join(' ');
    const session = openSession(wiring, options, verb.takesFolder ? argument : undefined);
    finish(await settled(session, () => verb.run(session, { argument, ...options })));
  });
}

const formOption = (platforms: readonly string[], about: string): Option =>
  new Option('--as <platform>', about).choices([...platforms, allForms]);

/** A person's mistake is said in their language; anything else is a bug and goes on. */
async function settled(session: Session, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const sentence = complaintOf(error, session.words);
    if (sentence === null) throw error;
    session.complain(sentence);
    return codeOf(error);
  }
}
