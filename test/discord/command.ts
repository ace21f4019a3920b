/** Commands as they are registered: checked beyond the specification, kept with ids and versions. https://docs.discord.com/developers/interactions/application-commands */
import type { APIApplicationCommandOption } from 'discord.js';
import { commandLimits, day } from './limits.ts';
import type { Fault } from './refusal.ts';
import { InvalidForm, refuse } from './refusal.ts';
import type { RegisteredCommand } from './state.ts';
import type { World } from './world.ts';

type Names = Readonly<Record<string, string>> | null;

/** What a command, an option and a choice have in common. */
interface Named {
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

const fault = (path: Fault['path'], code: string, message: string): Fault => ({ path, code, message });

function nameFaults(of: Named, path: Fault['path']): Fault[] {
  const names = [['name', of.name] as const, ...Object.entries(of.name_localizations ?? {})];
  return names.flatMap(([key, name]) => {
    const at = key === 'name' ? [...path, 'name'] : [...path, 'name_localizations', key];
    if (isSlashName(name)) return [];
    return [fault(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
  });
}

/** https://docs.discord.com/developers/reference#locales */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

function localeFaults(of: Named, path: Fault['path']): Fault[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(of[key] ?? {})
      .filter((locale) => !locales.has(locale))
      .map((locale) => fault([...path, key, locale], 'BASE_TYPE_CHOICES', 'That is no locale of Discord.')),
  );
}

function orderFaults(options: readonly Named[], path: Fault['path']): Fault[] {
  const late = options.findIndex(
    ({ required }, index) =>
      required === true && options.slice(0, index).some((one) => one.required !== true),
  );
  const names = options.map(({ name }) => name);
  return [
    ...(late === -1
      ? []
      : [
          fault(
            [...path, 'options', late],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]),
    ...(new Set(names).size < names.length
      ? [
          fault(
            [...path, 'options'],
            'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
            'Option name already exists',
          ),
        ]
      : []),
  ];
}

const isGroup = ({ type }: Named): boolean => type === 1 || type === 2;

/** Subcommands stand alone: no option beside them. */
function mixFaults(options: readonly Named[], path: Fault['path']): Fault[] {
  const groups = options.filter(isGroup).length;
  if (groups === 0 || groups === options.length) return [];
  return [
    fault(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    ),
  ];
}

function optionFaults(of: Named, path: Fault['path']): Fault[] {
  const options = of.options ?? [];
  const both = of.autocomplete === true && (of.choices ?? []).length > 0;
  return [
    ...nameFaults(of, path),
    ...localeFaults(of, path),
    ...orderFaults(options, path),
    ...mixFaults(options, path),
    ...(both
      ? [
          fault(
            [...path, 'autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
            'Autocomplete and choices exclude each other',
          ),
        ]
      : []),
    ...options.flatMap((one, index) => optionFaults(one, [...path, 'options', index])),
  ];
}

/** Only the longest of the languages counts. */
const longest = (text: string | null | undefined, others: Names | undefined): number =>
  Math.max(0, ...[text ?? '', ...Object.values(others ?? {})].map((one) => one.length));

export const charactersOf = (of: Named): number =>
  longest(of.name, of.name_localizations) +
  longest(of.description, of.description_localizations) +
  (typeof of.value === 'string' ? of.value.length : 0) +
  [...(of.options ?? []), ...(of.choices ?? [])].reduce((sum, one) => sum + charactersOf(one), 0);

function commandFaults(of: Named, path: Fault['path']): Fault[] {
  const isText = (of.type ?? 1) === 1;
  const sum = charactersOf(of);
  const wrong = isText ? !of.description : Boolean(of.description);
  return [
    ...(isText ? optionFaults(of, path) : localeFaults(of, path)),
    ...(wrong
      ? [
          fault(
            [...path, 'description'],
            isText ? 'BASE_TYPE_REQUIRED' : 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
            isText ? 'This field is required' : 'Context menu commands cannot have description',
          ),
        ]
      : []),
    ...(sum > commandLimits.characters
      ? [
          fault(
            path,
            'APPLICATION_COMMAND_TOO_LARGE',
            `Command exceeds maximum size (${commandLimits.characters})`,
          ),
        ]
      : []),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

const inScope = (world: World, guild: string | null): RegisteredCommand[] =>
  [...world.state.commands.values()].filter((one) => one.guild === guild);

function refuseTooMany(commands: readonly { readonly type: number }[]): void {
  const kinds = [...new Set(commands.map(({ type }) => type))];
  const over = kinds.find(
    (type) => commands.filter((one) => one.type === type).length > (commandLimits.byType[type] ?? 0),
  );
  if (over !== undefined)
    throw new InvalidForm([
      fault([], 'APPLICATION_COMMANDS_MAX', 'Maximum number of application commands reached'),
    ]);
}

function refuseWrong(fields: Fields, path: Fault['path'] = []): void {
  const faults = commandFaults(fields as unknown as Named, path);
  if (faults.length > 0) throw new InvalidForm(faults);
}

const typeOf = (fields: Fields): number => Number(fields['type'] ?? 1);

const make = (world: World, guild: string | null, fields: Fields, id = world.id()): RegisteredCommand => ({
  id,
  version: world.id(),
  guild,
  type: typeOf(fields),
  name: String(fields['name']),
  options: (fields['options'] ?? []) as readonly APIApplicationCommandOption[],
  fields,
});

const isSame = (fields: Fields) => (one: RegisteredCommand) =>
  one.name === fields['name'] && one.type === typeOf(fields);

/** 200 a day in each guild and everywhere. */
function spendCreates(world: World, guild: string | null, count: number): void {
  const since = world.clock.now() - day;
  const recent = world.creates.filter((one) => one.guild === guild && one.at > since);
  if (recent.length + count > commandLimits.createsPerDay) throw refuse('tooManyCreates');
  for (let made = 0; made < count; made += 1) world.creates.push({ guild, at: world.clock.now() });
}

/** One with the same name and type is replaced. */
export function createCommand(world: World, guild: string | null, fields: Fields): RegisteredCommand {
  refuseWrong(fields);
  const before = inScope(world, guild).find(isSame(fields));
  if (!before) {
    refuseTooMany([...inScope(world, guild), { type: typeOf(fields) }]);
    spendCreates(world, guild, 1);
  }
  const command = make(world, guild, fields, before?.id);
  world.state.commands.set(command.id, command);
  return command;
}

export function changeCommand(world: World, before: RegisteredCommand, fields: Fields): RegisteredCommand {
  const all = { ...before.fields, ...fields };
  refuseWrong(all);
  const command = make(world, before.guild, all, before.id);
  world.state.commands.set(command.id, command);
  return command;
}

/** Only new ones count as created; what is not in the list is deleted. */
export function setCommands(
  world: World,
  guild: string | null,
  list: readonly Fields[],
): RegisteredCommand[] {
  const faults = list.flatMap((fields, index) => commandFaults(fields as unknown as Named, [index]));
  if (faults.length > 0) throw new InvalidForm(faults);
  refuseTooMany(list.map((fields) => ({ type: typeOf(fields) })));
  const there = inScope(world, guild);
  spendCreates(world, guild, list.filter((fields) => !there.some(isSame(fields))).length);
  const after = list.map((fields) => make(world, guild, fields, there.find(isSame(fields))?.id));
  for (const { id } of there) world.state.commands.delete(id);
  for (const command of after) world.state.commands.set(command.id, command);
  return after;
}

/** What people have in that place, those of the guild first. */
export function commandsIn(world: World, guild: string | null): RegisteredCommand[] {
  const everywhere = inScope(world, null).filter(({ fields }) => {
    const contexts = fields['contexts'] as readonly number[] | null | undefined;
    const hasDirect = contexts?.includes(1) ?? fields['dm_permission'] !== false;
    const hasGuild = contexts?.includes(0) ?? true;
    return guild === null ? hasDirect : hasGuild;
  });
  return [...(guild === null ? [] : inScope(world, guild)), ...everywhere];
}

type Defaults = Readonly<Record<string, unknown>>;

/** What Discord fills in. */
const defaults: Defaults = {
  description: '',
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
};

const withoutLocalizations = (fields: Fields): Fields =>
  JSON.parse(
    JSON.stringify(fields, (key, value: unknown) => (key.endsWith('_localizations') ? undefined : value)),
  ) as Fields;

/** As lists show it: without localizations unless they are asked for. */
export function commandJson(world: World, command: RegisteredCommand, isWhole: boolean): object {
  const { id, version, guild, type, fields } = command;
  const shown = isWhole ? fields : withoutLocalizations(fields);
  return {
    ...defaults,
    ...(isWhole ? { name_localizations: null, description_localizations: null } : {}),
    ...shown,
    id,
    type,
    version,
    application_id: world.state.app.id,
    ...(guild === null ? {} : { guild_id: guild }),
  };
}
