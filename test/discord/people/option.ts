/** What is typed into the options of a command, in the types that it has, and what that refers to. */
import type { APIApplicationCommandOption } from 'discord.js';
import { channelJson } from '../json/channel.ts';
import { memberFacts, roleJson, userById } from '../json/user.ts';
import { permissionsIn } from '../permission.ts';
import type { Channel, RegisteredCommand } from '../state.ts';
import { channelOf, userOf } from '../find.ts';
import type { World } from '../world.ts';

/** Text, a number, yes or no; a user, channel or role by name. */
export type Given = string | number | boolean;

export interface Filled {
  readonly name: string;
  readonly type: number;
  readonly value?: Given;
  readonly focused?: true;
  readonly options?: readonly Filled[];
}

type Resolved = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What an id in an option stands for. */
interface Reading {
  readonly value: Given;
  readonly resolved: Resolved;
}

type Read = (world: World, given: Given, at: Channel) => Reading;

const user: Read = (world, given, at) => {
  const { id } = userOf(world.state, String(given));
  const member = world.state.guilds.get(at.guild ?? '')?.members.get(id);
  return {
    value: id,
    resolved: {
      users: { [id]: userById(world.state, id) },
      ...(member ? { members: { [id]: memberFacts(member) } } : {}),
    },
  };
};

const channel: Read = (world, given, at) => {
  const { state } = world;
  const found = channelOf(state, String(given), userOf(state, [...state.users.keys()][0] ?? ''));
  const permissions = String(permissionsIn(state, found, state.app.id));
  return {
    value: found.id,
    resolved: { channels: { [found.id]: { ...channelJson(state, found), permissions, guild_id: at.guild } } },
  };
};

const role: Read = (world, given, at) => {
  const roles = [...(world.state.guilds.get(at.guild ?? '')?.roles.values() ?? [])];
  const found = roles.find(({ id, name }) => name === given || id === given);
  if (!found) throw new Error(`there is no role ${String(given)}`);
  return { value: found.id, resolved: { roles: { [found.id]: roleJson(found, 0) } } };
};

const plain =
  (type: 'string' | 'number' | 'boolean'): Read =>
  (_, given) => {
    if (typeof given !== type) throw new Error(`that option takes a ${type}, not ${String(given)}`);
    return { value: given, resolved: {} };
  };

/** By type of the option. https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const readers: Readonly<Record<number, Read>> = {
  3: plain('string'),
  4: plain('number'),
  5: plain('boolean'),
  6: user,
  7: channel,
  8: role,
  10: plain('number'),
};

/** The option of that name, by its own name or in another language. */
function called(options: readonly APIApplicationCommandOption[], name: string): APIApplicationCommandOption {
  const found = options.find(
    (one) => one.name === name || Object.values(one.name_localizations ?? {}).includes(name),
  );
  const there = options.map((one) => one.name).join(', ');
  if (!found) throw new Error(`there is no option ${name} here, only: ${there}`);
  return found;
}

/** The client lets nobody choose or type what the option does not take. */
function refuseValue(option: APIApplicationCommandOption, value: Given): void {
  const of = option as unknown as Readonly<Record<string, unknown>>;
  const choices = (of['choices'] ?? []) as readonly { name: string; value: Given }[];
  if (choices.length > 0 && !choices.some((one) => one.value === value))
    throw new Error(`${option.name} has no choice ${String(value)}`);
  const size = typeof value === 'string' ? value.length : Number(value);
  const [min, max] = typeof value === 'string' ? ['min_length', 'max_length'] : ['min_value', 'max_value'];
  if (size < Number(of[min] ?? -Infinity) || size > Number(of[max] ?? Infinity))
    throw new Error(`${option.name} does not take ${String(value)}`);
}

/** Nor a channel of a kind that it does not offer. */
function refuseKind(option: APIApplicationCommandOption, { channels = {} }: Resolved): void {
  const { channel_types: offered } = option as { readonly channel_types?: readonly number[] };
  const types = Object.values(channels).map((one) => (one as { readonly type: number }).type);
  const strange = types.filter((type) => offered?.includes(type) === false);
  if (strange.length > 0) throw new Error(`${option.name} offers no channels of type ${strange.join(', ')}`);
}

export interface Typed {
  readonly channel: Channel;
  readonly options: Readonly<Record<string, Given>>;
  /** The option that is being typed. */
  readonly focused?: string;
}

interface Complete {
  readonly options: readonly Filled[];
  readonly resolved: Resolved;
}

const merge = (a: Resolved, b: Resolved): Resolved =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, { ...a[key], ...b[key] }]),
  );

function fill(world: World, options: readonly APIApplicationCommandOption[], typed: Typed): Complete {
  const missing = options.find((one) => 'required' in one && one.required && !(one.name in typed.options));
  if (missing && typed.focused === undefined) throw new Error(`${missing.name} is required`);
  let resolved: Resolved = {};
  const filled = Object.entries(typed.options).map(([name, given]): Filled => {
    const option = called(options, name);
    if (option.name === typed.focused)
      return { name: option.name, type: option.type, value: given, focused: true };
    const read = (readers[option.type] ?? plain('string'))(world, given, typed.channel);
    refuseValue(option, given);
    refuseKind(option, read.resolved);
    resolved = merge(resolved, read.resolved);
    return { name: option.name, type: option.type, value: read.value };
  });
  return { options: filled, resolved };
}

/** Subcommands, and groups of them. */
const groups = new Set<number>([1, 2]);

/** Below the words of a subcommand, whatever stands in it. */
function descend(
  options: readonly APIApplicationCommandOption[],
  words: readonly string[],
  fillIn: (options: readonly APIApplicationCommandOption[]) => Complete,
): Complete {
  const [word, ...rest] = words;
  const inner = options.filter(({ type }) => groups.has(type));
  if (word === undefined && inner.length > 0)
    throw new Error(`say which: ${inner.map(({ name }) => name).join(', ')}`);
  if (word === undefined) return fillIn(options);
  const option = called(inner, word);
  const below = 'options' in option ? ((option.options ?? []) as APIApplicationCommandOption[]) : [];
  const complete = descend(below, rest, fillIn);
  return { ...complete, options: [{ name: option.name, type: option.type, options: complete.options }] };
}

/** `data` of the interaction of a command with those words after its name. */
export function commandData(
  world: World,
  of: { readonly command: RegisteredCommand; readonly words: readonly string[]; readonly typed: Typed },
): object {
  const { command, words, typed } = of;
  const { options, resolved } = descend(command.options, words, (inner) => fill(world, inner, typed));
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild === null ? {} : { guild_id: command.guild }),
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}
