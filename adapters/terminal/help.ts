/** How help looks, in the reader's language. */
import type { Argument, Command, Help, Option } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { Words } from '../../src/words/index.ts';
import type { Verb } from './verbs.ts';

type Texts = Words['commandLine'];

/** Japanese has no spaces to break a line at, and its characters are two cells wide. */
const helpIn = ({ title }: Texts): Partial<Help> => ({
  styleTitle: (heading) => titles(title)[heading] ?? heading,
  boxWrap: (text, width) => wrapAnsi(text, width, { hard: true, trim: true }),
  optionDescription: withChoices,
  argumentDescription: withChoices,
});

/** As commander calls them. */
const titles = (title: Texts['title']): Readonly<Record<string, string>> => ({
  'Usage:': title.usage,
  'Arguments:': title.arguments,
  'Options:': title.options,
  'Commands:': title.verbs,
});

const withChoices = ({ description, argChoices }: Option | Argument): string =>
  argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`.trim();

/** What there is to type, below the list of verbs. */
export function overview({ title, examples, surroundings }: Texts): string {
  const width = Math.max(...Object.keys(examples).map(({ length }) => length));
  const lines = Object.entries(examples).map(([line, about]) => `  ${line.padEnd(width)}  ${about}`);
  return `\n${title.examples}\n${lines.join('\n')}\n\n${surroundings}`;
}

export const exampleOf = ({ example }: Verb, { title }: Texts): string =>
  `\n${title.example}\n  npm run -s meetup -- ${example}`;

/** `--at <time>` → `--at`. */
export const nameOf = (flag: string): string => flag.split(' ')[0] ?? '';

/** What a flag means. */
export function aboutFlag(verb: Verb, flag: string, texts: Texts): string {
  const flags: Readonly<Record<string, string>> = texts.verb[verb.name].flags;
  return flags[nameOf(flag)] ?? '';
}

export const addHelp = (command: Command, texts: Texts): Command =>
  command.configureHelp(helpIn(texts)).helpOption('-h, --help', texts.help);
