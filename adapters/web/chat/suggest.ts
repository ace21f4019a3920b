/** What the line that is being typed could become: a command, a value of an option, or the words that a command takes. */
import { readCall, typedName, writeOption } from '../../../src/command/next.ts';
import type { Choice, CommandInfo } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import type { Conversation, Speaking } from './conversation.ts';

export interface Suggestion {
  /** The whole line, as it would be. */
  readonly line: string;
  readonly label: string;
  /** What it does; '' where the label says it. */
  readonly hint: string;
}

const most = 10;

/** Characters of a line that is still looked at. */
const longest = 300;

const slash = '/meetup';

export async function suggestionsFor(
  line: string,
  { bot, callOf }: Pick<Conversation, 'bot' | 'callOf'>,
  who: Speaking,
): Promise<readonly Suggestion[]> {
  if (line === '' || line.length > longest) return [];
  if (slash.startsWith(line))
    return [{ line: `${slash} `, label: slash, hint: words[who.locale].playground.ask }];
  const [, opening = '', typed = ''] = /^(\/meetup[\s　]+)?([\s\S]*)$/u.exec(line) ?? [];
  const commands = commandsLike(typed, who, bot.commands).map((suggestion) => ({
    ...suggestion,
    line: `${opening}${suggestion.line}`,
  }));
  if (commands.length > 0 && !/[\s　]/u.test(typed)) return commands;

  const { command, input, option, before, write } = completionOf(typed, bot.commands);
  if (option === undefined) return commands;
  const choices = await bot.suggest(await callOf(who, { command, input: { [option]: input } }), option);
  const completed = choices.map(({ label, value }) => ({
    line: `${opening}${before}${write(value)}`,
    label,
    hint: '',
  }));
  return [...commands, ...completed].slice(0, most);
}

/** Commands whose name, or what the language calls them, begins with the only word. */
function commandsLike(
  typed: string,
  { locale }: Speaking,
  commands: readonly CommandInfo[],
): readonly Suggestion[] {
  const word = typed.toLowerCase();
  return commands
    .filter(({ listed }) => listed)
    .map((info) => ({ name: typedName(info), ...info.describe(locale) }))
    .filter(({ name, called }) => [name, ...called].some((each) => each.startsWith(word)))
    .map(({ name, summary }) => ({ line: `${name} `, label: name, hint: summary }));
}

/** The part of a line that is being completed, and how. */
interface Completion {
  readonly command: string;
  /** Undefined: nothing is offered there. */
  readonly option: string | undefined;
  /** What stands before the part, and what has been typed of it. */
  readonly before: string;
  readonly input: string;
  readonly write: (value: Choice['value']) => string;
}

/** An option at the end of a line: `place:大`, `series:"docker m`. */
const lastOption = /(^|[\s　])([a-z]+)[:：](?:"([^"]*)|(\S*))$/u;

function completionOf(typed: string, commands: readonly CommandInfo[]): Completion {
  const { command, input } = readCall(typed, commands);
  const offering =
    commands.find(({ name }) => name === command)?.options.filter(({ suggests }) => suggests) ?? [];
  const [whole = '', space = '', name = '', quoted, bare = ''] = lastOption.exec(typed) ?? [];
  if (offering.some((option) => option.name === name)) {
    const before = `${typed.slice(0, typed.length - whole.length)}${space}`;
    return {
      command,
      option: name,
      before,
      input: quoted ?? bare,
      write: (value) => writeOption(name, value),
    };
  }
  const rest = offering.find((option) => option.rest)?.name;
  const before = input === '' ? typed : typed.slice(0, typed.lastIndexOf(input));
  return { command, option: rest, before, input, write: (value) => value };
}
