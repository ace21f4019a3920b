/** Text or fields → the typed values of a command's options, and back to text. */
import { UserError } from '../error.ts';
import type { Input } from '../port.ts';
import { readPerson, writeOption } from './next.ts';
import type { Who } from './next.ts';
import type { Option, Options, Values } from './spec.ts';

/** `name:value`, `name:"some words"` (a quote inside is doubled), a "quoted phrase", or a word. Full-width colon and space count. */
const token = /([a-z]+)[:：](?:"((?:[^"]|"")*)"|(\S*))|"[^"]*"|\S+/gu;

/**
 * Reads the input of a command. Throws UserError `not-a-number`, `number-out-of-range` or `not-a-person`.
 *
 * In text, `name:value` is an option only where the command has one of that name; all else belongs to the `rest` option as
 * it was typed, so that a search keeps its own filters.
 */
export function readInput<O extends Options>(options: O, input: Input): Values<O> {
  const given = typeof input === 'string' ? readText(options, input) : input;
  const values = Object.entries(options).map(([name, option]) => [
    name,
    readValue(name, option, given[name] ?? ''),
  ]);
  return Object.fromEntries(values) as Values<O>;
}

function readText(options: Options, input: string): Record<string, string> {
  const given: Record<string, string> = {};
  const rest = input.replace(
    token,
    (whole, name: string | undefined, quoted: string | undefined, bare: string | undefined) => {
      if (name === undefined || !Object.hasOwn(options, name)) return whole;
      const value = quoted?.replaceAll('""', '"') ?? bare ?? '';
      if (options[name]?.rest) return value;
      given[name] = value;
      return ' ';
    },
  );
  const taker = Object.keys(options).find((name) => options[name]?.rest);
  if (taker !== undefined) given[taker] = rest;
  return given;
}

function readValue(name: string, option: Option, raw: string): string | number | Who | null | undefined {
  const value = raw.replace(/[\s　]+/gu, ' ').trim();
  if (option.type === 'text') return value;
  if (option.type === 'person') return personIn(name, value);
  if (value === '') return undefined;
  const number = Number(value.normalize('NFKC'));
  if (!Number.isInteger(number)) throw new UserError('not-a-number', { option: name, value });
  const { min = -Infinity, max = Infinity } = option;
  if (number < min || number > max)
    throw new UserError('number-out-of-range', { option: name, value, min, max });
  return number;
}

function personIn(option: string, value: string): Who | null {
  if (value === '') return null;
  const who = readPerson(value);
  if (who === null) throw new UserError('not-a-person', { option, value });
  return who;
}

/** The text that readInput gives the same values for. Empty values are left out. */
export function writeInput(
  rest: string,
  named: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const written = Object.entries(named)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => writeOption(name, String(value)));
  return [rest, ...written].filter((part) => part !== '').join(' ');
}
