/** A command as a form: the options that people give, each a field. How it is drawn is up to each chat. */
import type { CommandInfo, Locale } from '../port.ts';

export interface Field {
  /** Of the option. */
  readonly name: string;
  readonly label: string;
  /** May its text have several lines? */
  readonly long: boolean;
  readonly required: boolean;
  /** What stands in it already; '': nothing. */
  readonly value: string;
}

export interface Form {
  /** Its name, and behind it, as `name:value`, what is given of options that have no field: the call of it begins so. */
  readonly command: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** People and channels are chosen, not typed: an option that takes one has no field. */
const chosen: ReadonlySet<string> = new Set(['person', 'channel']);

/** With what is given already. */
export function formOf(info: CommandInfo, given: Readonly<Record<string, string>>, locale: Locale): Form {
  const { title, summary, options: labels } = info.describe(locale);
  const fields = info.options
    .filter(({ listed, type }) => listed && !chosen.has(type))
    .map(({ name, long, required }) => ({
      name,
      label: labels[name] ?? name,
      long,
      required,
      value: given[name] ?? '',
    }));
  return { command: writeForm(info, given), title: title ?? summary, fields };
}

/** Values are words of the bot's own: keys. */
const writeForm = ({ name, options }: CommandInfo, given: Readonly<Record<string, string>>): string =>
  [name, ...options.filter((option) => !option.listed).flatMap((option) => kept(option.name, given))].join(
    ' ',
  );

function kept(name: string, given: Readonly<Record<string, string>>): readonly string[] {
  const value = given[name] ?? '';
  return /^[\w-]{1,40}$/u.test(value) ? [`${name}:${value}`] : [];
}

/** What was filled in of a form → its call. `called`: the form's `command`. */
export function filledForm(
  called: string,
  filled: Readonly<Record<string, string>>,
): { readonly command: string; readonly input: Readonly<Record<string, string>> } {
  const [command = '', ...given] = called.split(' ');
  const pairs = given.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)]);
  return { command, input: { ...Object.fromEntries(pairs), ...filled } };
}
