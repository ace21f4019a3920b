/** Text or fields → the typed values of a command's options, and back to text. */
import { UserError } from '../error.ts';
import type { Input } from '../port.ts';
import { fieldsOf, readChannel, readPerson, writeOption } from './next.ts';
import type { Option, Options, Values } from './spec.ts';

/** Reads the input of a command. Throws UserError `not-a-number`, `number-out-of-range`, `not-a-person` or `not-a-channel`. */
export function readInput<O extends Options>(options: O, input: Input): Values<O> {
  const named = Object.entries(options).map(([name, { rest = false, type }]) => ({ name, rest, type }));
  const given = typeof input === 'string' ? fieldsOf(input, named) : input;
  const values = Object.entries(options).map(([name, option]) => [
    name,
    readers[option.type](trimmed(given[name] ?? '', option), option, name),
  ]);
  return Object.fromEntries(values) as Values<O>;
}

const trimmed = (raw: string, { long }: Option): string =>
  long ? raw.replaceAll('\r\n', '\n').trim() : raw.replace(/[\s　]+/gu, ' ').trim();

/** What is read of a value, '' where nothing was given. */
const readers: Readonly<Record<Option['type'], (value: string, option: Option, name: string) => unknown>> = {
  text: (value) => value,
  number: numberIn,
  person: (value, _option, name) => namedIn(value, name, { read: readPerson, code: 'not-a-person' }),
  channel: (value, _option, name) => namedIn(value, name, { read: readChannel, code: 'not-a-channel' }),
};

function numberIn(value: string, { min = -Infinity, max = Infinity }: Option, name: string): unknown {
  if (value === '') return undefined;
  const number = Number(value.normalize('NFKC'));
  if (!Number.isInteger(number)) throw new UserError('not-a-number', { option: name, value });
  if (number < min || number > max)
    throw new UserError('number-out-of-range', { option: name, value, min, max });
  return number;
}

/** Someone or something that has a name and an id. */
function namedIn(
  value: string,
  option: string,
  { read, code }: { readonly read: (value: string) => unknown; readonly code: string },
): unknown {
  if (value === '') return null;
  const named = read(value);
  if (named === null) throw new UserError(code, { option, value });
  return named;
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
