/** Limits of commands that Discord's specification leaves out. https://docs.discord.com/developers/interactions/application-commands */
import { commandLimits } from '../limits.ts';
import type { Fault } from '../refusal.ts';
import type { Path } from './fault.ts';
import { hasTwice, when } from './fault.ts';

type Names = Readonly<Record<string, string>> | null;

/** What a command, an option and a choice have in common. */
export interface Named {
  readonly name: string;
  readonly name_localizations?: Names;
  readonly description?: string | null;
  readonly description_localizations?: Names;
  readonly type?: number | null;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly value?: string | number;
  readonly options?: readonly Named[] | null;
  readonly choices?: readonly Named[] | null;
}

const pattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Letters that have a lower case have it. */
const isSlashName = (name: string): boolean => pattern.test(name) && name === name.toLowerCase();

const nameFaults = (of: Named, path: Path): readonly Fault[] => [
  ...when(!isSlashName(of.name), [...path, 'name'], 'commandName'),
  ...Object.entries(of.name_localizations ?? {}).flatMap(([locale, name]) =>
    when(!isSlashName(name), [...path, 'name_localizations', locale], 'commandName'),
  ),
];

/** https://docs.discord.com/developers/reference#locales */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

const localeFaults = (of: Named, path: Path): readonly Fault[] =>
  (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(of[key] ?? {}).flatMap((locale) =>
      when(!locales.has(locale), [...path, key, locale], 'locale'),
    ),
  );

const isSubcommand = ({ type }: Named): boolean => type === 1 || type === 2;

/** What is required comes first; no name twice; subcommands have nothing else beside them. */
function listFaults(options: readonly Named[], path: Path): readonly Fault[] {
  const optional = options.findIndex(({ required }) => required !== true);
  const isLate = optional !== -1 && options.slice(optional).some(({ required }) => required === true);
  const isMixed = options.some(isSubcommand) && !options.every(isSubcommand);
  return [
    ...when(isLate, path, 'requiredFirst'),
    ...when(hasTwice(options.map(({ name }) => name)), path, 'sameName'),
    ...when(isMixed, path, 'mixedOptions'),
  ];
}

function optionFaults(of: Named, path: Path): readonly Fault[] {
  const options = of.options ?? [];
  const isBoth = of.autocomplete === true && (of.choices ?? []).length > 0;
  return [
    ...nameFaults(of, path),
    ...localeFaults(of, path),
    ...listFaults(options, [...path, 'options']),
    ...when(isBoth, [...path, 'autocomplete'], 'suggestsAndChoices'),
    ...options.flatMap((one, index) => optionFaults(one, [...path, 'options', index])),
  ];
}

/** Only the longest of the languages counts. */
const longest = (text: string | null | undefined, others: Names | undefined): number =>
  Math.max(...[text ?? '', ...Object.values(others ?? {})].map((one) => one.length));

const charactersOf = (of: Named): number =>
  longest(of.name, of.name_localizations) +
  longest(of.description, of.description_localizations) +
  (typeof of.value === 'string' ? of.value.length : 0) +
  [...(of.options ?? []), ...(of.choices ?? [])].reduce((sum, one) => sum + charactersOf(one), 0);

/** One of text has names for typing and a description; one in a menu is called anything, and says no more. */
export function commandFaults(of: Named, path: Path): readonly Fault[] {
  const isText = (of.type ?? 1) === 1;
  const described = Boolean(of.description);
  const at = [...path, 'description'];
  return [
    ...(isText ? optionFaults(of, path) : localeFaults(of, path)),
    ...when(isText && !described, at, 'required'),
    ...when(!isText && described, at, 'menuDescription'),
    ...when(charactersOf(of) > commandLimits.characters, path, 'commandSize'),
  ];
}
