/** Text or fields → the typed values of a command's options, and back to text. */
import { UserError } from '../error.ts';
import type { Input } from '../port.ts';
import { fieldsOf, readPerson, writeOption } from './next.ts';
import type { Who } from './next.ts';
import type { Option, Options, Values } from './spec.ts';

/** Reads the input of a command. Throws UserError `not-a-number`, `number-out-of-range` or `not-a-person`. */
export function readInput<O extends Options>(options: O, input: Input): Values<O> {
  const named = Object.entries(options).map(([name, { rest = false }]) => ({ name, rest }));
  const given = typeof input === 'string' ? fieldsOf(input, named) : input;
  const values = Object.entries(options).map(([name, option]) => [
    name,
    readValue(name, option, given[name] ?? ''),
  ]);
  return Object.fromEntries(values) as Values<O>;
}

function readValue(name: string, option: Option, raw: string): string | number | Who | null | undefined {
  const value = option.long ? raw.replaceAll('\r\n', '\n').trim() : raw.replace(/[\s　]+/gu, ' ').trim();
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
