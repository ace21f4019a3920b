/** The registry of commands: each keeps its id, and gets a new version when it changes. https://docs.discord.com/developers/interactions/application-commands */
import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommandOption } from 'discord.js';
import type { Named } from './check/command.ts';
import { commandFaults } from './check/command.ts';
import type { Path } from './check/fault.ts';
import { fault } from './check/fault.ts';
import { commandLimits, day } from './limits.ts';
import { InvalidForm, refuse } from './refusal.ts';
import type { RegisteredCommand } from './state.ts';
import type { World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

const inScope = (world: World, guild: string | null): RegisteredCommand[] =>
  [...world.state.commands.values()].filter((one) => one.guild === guild);

function refuseTooMany(commands: readonly { readonly type: number }[]): void {
  const kinds = [...new Set(commands.map(({ type }) => type))];
  const over = kinds.find(
    (type) => commands.filter((one) => one.type === type).length > (commandLimits.byType[type] ?? 0),
  );
  if (over !== undefined) throw new InvalidForm([fault([], 'commandCount')]);
}

function refuseWrong(fields: Fields, path: Path = []): void {
  const faults = commandFaults(fields as unknown as Named, path);
  if (faults.length > 0) throw new InvalidForm(faults);
}

const typeOf = (fields: Fields): number => Number(fields['type'] ?? 1);

interface Making {
  readonly guild: string | null;
  readonly fields: Fields;
  readonly before: RegisteredCommand | undefined;
}

const make = (world: World, { guild, fields, before }: Making): RegisteredCommand => ({
  id: before?.id ?? world.id(),
  version: before && isDeepStrictEqual(before.fields, fields) ? before.version : world.id(),
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
  const command = make(world, { guild, fields, before });
  world.state.commands.set(command.id, command);
  return command;
}

export function changeCommand(world: World, before: RegisteredCommand, fields: Fields): RegisteredCommand {
  const all = { ...before.fields, ...fields };
  refuseWrong(all);
  const command = make(world, { guild: before.guild, fields: all, before });
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
  const after = list.map((fields) => make(world, { guild, fields, before: there.find(isSame(fields)) }));
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
