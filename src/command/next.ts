/** Call ⇄ short string: what a button carries and what people type after `/meetup`. */
import type { CommandInfo, Locale, Next } from '../port.ts';

/** A command and its input, as one line of text. */
export const writeCall = ({ command, input }: Pick<Next, 'command' | 'input'>): string =>
  input === '' ? command : `${command} ${input}`;

/**
 * Which command a line of text calls. The first word may be a command's name, or the whole line the name that a language
 * has for it (`予定`); nothing at all is the start page; any other words are a search.
 */
export function readCall(line: string, commands: readonly CommandInfo[]): { command: string; input: string } {
  const text = line.replace(/^\/meetup(?=[\s　]|$)/u, '').replace(/^[\s　]+|[\s　]+$/gu, '');
  if (text === '') return { command: 'start', input: '' };
  const [, first = '', rest = ''] = /^(\S+)[\s　]*([\s\S]*)$/u.exec(text) ?? [];
  const named = commands.find(({ name }) => name === first.toLowerCase());
  if (named !== undefined) return { command: named.name, input: rest };
  const called = commands.find((info) => isCalled(info, text));
  return called === undefined ? { command: 'search', input: text } : { command: called.name, input: '' };
}

const locales: readonly Locale[] = ['ja', 'en'];

const isCalled = (info: CommandInfo, text: string): boolean =>
  info.listed && locales.some((locale) => info.describe(locale).called.includes(text.toLowerCase()));
