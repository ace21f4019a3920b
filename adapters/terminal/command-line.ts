/** The command line: how its words become a verb with what it takes, and which exit code an outcome has. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { UserError } from '../../src/error.ts';
import { codeOf, complaintOf } from './complaint.ts';
import { exit, openSession } from './session.ts';
import type { Common, Session } from './session.ts';
import type { Wiring } from './wiring.ts';
import { allForms } from './verb/ask.ts';
import { verbs } from './verbs.ts';
import type { Flags, Verb } from './verbs.ts';

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
const taking = new Set([
  '--as',
  '--at',
  '--channel',
  '--compare',
  '--content',
  '--discord-json',
  '--from',
  '--locale',
  '--slack-json',
  '--to',
  '--url',
  '--users',
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
  if (verb.takesForm) command.addOption(formOption(Object.keys(wiring.outgoing)));
  if (verb.argument !== undefined) {
    const argument = new Argument(verb.argument);
    command.addArgument(verb.takesPlatform ? argument.choices(Object.keys(wiring.setups)) : argument);
  }
  // What stands behind the second word of a verb belongs to that one.
  for (const each of verb.under ?? [])
    command.enablePositionalOptions().addCommand(commandOf(each, wiring, finish));
  return command.action(async () => {
    const options = command.optsWithGlobals<Common & Flags>();
    const argument = command.args.length === 0 ? undefined : command.args.join(' ');
    const session = openSession(wiring, options, verb.takesFolder ? argument : undefined);
    finish(await settled(session, () => verb.run(session, { argument, ...options })));
  });
}

const formOption = (platforms: readonly string[]): Option =>
  new Option(
    '--as <platform>',
    'the message that would be sent there, as JSON; all: one beside the other',
  ).choices([...platforms, allForms]);

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

const overview = `
Examples:
  npm start                                 open http://127.0.0.1:3000/ and talk to the bot
  npm run -s meetup -- ask                  talk to it here
  npm run -s meetup -- ask buildkit         one answer
  npm run -s meetup -- digest               what the next digest would say, and why
  npm run -s meetup -- collect --slack-json FILE  a conversation as notes
  npm run -s meetup -- backup FILE          a copy of what the bot remembers
  npm run -s meetup -- setup slack          how to connect Slack
  npm run -s meetup -- setup discord        how to connect Discord
  npm run -s meetup -- doctor               what is wrong, and how to mend it
  npm run -s meetup -- ask --help           what a verb takes

Environment: MEETUP_CONTENT (folder of Markdown files), MEETUP_DATA (index, ./data), LOG_LEVEL (warn),
  PORT (3000), HOST (127.0.0.1), PUBLIC_URL (the address that people type, if it is another one),
  SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), DISCORD_TOKEN, each also as NAME_FILE, the path of a file.
Exit codes: 0 fine, 1 something is wrong, 2 wrong usage, 70 a bug, 78 settings.`;
