/** Call ⇄ short string: what a button carries and what people type after `/meetup`. */
import type { CommandInfo, Locale, Next } from '../port.ts';

/** A command and its input, as one line of text. */
export const writeCall = ({ command, input }: Pick<Next, 'command' | 'input'>): string =>
  input === '' ? command : `${command} ${input}`;

/** The call that `writeCall` wrote. A button names its command outright, those that people do not type among them. */
export function readButton(text: string): { command: string; input: string } {
  const space = text.indexOf(' ');
  return space < 0
    ? { command: text, input: '' }
    : { command: text.slice(0, space), input: text.slice(space + 1) };
}

/**
 * Which command a line of text calls. The first word may be the name of a command, or the whole line what a language calls
 * it (`予定`); nothing at all is the start page; any other words are a search, and so are words that begin with the name of a
 * command that takes none (`status code 500`).
 */
export function readCall(line: string, commands: readonly CommandInfo[]): { command: string; input: string } {
  const text = line.replace(/^\/meetup(?=[\s　]|$)/u, '').trim();
  if (text === '') return { command: 'start', input: '' };
  const listed = commands.filter((info) => info.listed);
  const [, first = '', rest = ''] = /^(\S+)[\s　]*([\s\S]*)$/u.exec(text) ?? [];
  const named = listed.find(({ name }) => name === first.toLowerCase());
  if (named !== undefined && takes(named, rest)) return { command: named.name, input: rest };
  const called = listed.find((info) => isCalled(info, text));
  return called === undefined ? { command: 'search', input: text } : { command: called.name, input: '' };
}

/** Words that are no options need an option that takes them. */
const takes = ({ options }: CommandInfo, words: string): boolean =>
  options.some(({ rest }) => rest) ||
  words.split(/[\s　]+/u).every((word) => word === '' || isOption(word, options));

const isOption = (word: string, options: CommandInfo['options']): boolean =>
  options.some(({ name }) => word.startsWith(`${name}:`) || word.startsWith(`${name}：`));

const locales: readonly Locale[] = ['ja', 'en'];

const isCalled = (info: CommandInfo, text: string): boolean =>
  locales.some((locale) => info.describe(locale).called.includes(text.toLowerCase()));

/** An option as one types it: `place:大阪`, `series:"Docker Meetup"`. */
export const writeOption = (name: string, value: string): string =>
  `${name}:${/[\s"　]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value}`;
