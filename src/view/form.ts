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
  return { command: info.name, title: title ?? summary, fields };
}
