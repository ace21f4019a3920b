/** Commands: typed with a slash, with what is suggested meanwhile, and those in the menu of a message. */
import { commandsIn } from '../command.ts';
import { interactionLimits } from '../limits.ts';
import { messageJson } from '../json/message.ts';
import { may } from '../permission.ts';
import type { Channel, RegisteredCommand, User } from '../state.ts';
import { channelOf, userOf } from '../find.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import type { On } from './interaction.ts';
import { interact, send } from './interaction.ts';
import type { Given } from './option.ts';
import { commandData } from './option.ts';
import { surfaceOf } from './surface.ts';

export interface Command {
  readonly user: string;
  /** By name or id; `dm` is the conversation with the app. */
  readonly channel: string;
  /** With its subcommand: `meetup search`. */
  readonly name: string;
  readonly options?: Readonly<Record<string, Given>>;
}

const isCalled = (of: RegisteredCommand, name: string): boolean => {
  const others = (of.fields['name_localizations'] ?? {}) as Readonly<Record<string, string>>;
  return of.name === name || Object.values(others).includes(name);
};

/** 1: of text, 3: in the menu of a message. */
function registered(world: World, channel: Channel, of: { type: number; name: string }): RegisteredCommand {
  const all = commandsIn(world, channel.guild).filter(({ type }) => type === of.type);
  const found = all.find((one) => isCalled(one, of.name));
  const there = all.map(({ name }) => name).join(', ') || 'none';
  if (!found) throw new Error(`there is no command ${of.name} in ${channel.name}, only: ${there}`);
  return found;
}

interface At {
  readonly user: User;
  readonly channel: Channel;
}

function placeOf(world: World, of: { readonly user: string; readonly channel: string }): At {
  const user = userOf(world.state, of.user);
  const channel = channelOf(world.state, of.channel, user);
  if (!may(world.state, { user: user.id, channel }, 'useCommands'))
    throw new Error(`${user.name} may not use commands in ${channel.name}`);
  return { user, channel };
}

const line = ({ name, options = {} }: Command): string =>
  [`/${name}`, ...Object.entries(options).map(([key, value]) => `${key}:${String(value)}`)].join(' ');

/** Resolves to the first thing that the person gets to see; rejects with NotAcknowledged. */
export async function command(world: World, asked: Command): Promise<Answer> {
  const { user, channel } = placeOf(world, asked);
  const [name = '', ...words] = asked.name.replace(/^\//, '').split(' ');
  const found = registered(world, channel, { type: 1, name });
  const typed = { channel, options: asked.options ?? {} };
  const data = commandData(world, { command: found, words, typed });
  return interact(world, {
    user,
    channel,
    kind: 2,
    data,
    what: line(asked),
    name: [found.name, ...words].join(' '),
  });
}

export interface Typing extends Command {
  /** The option that is being typed: it stands in `options` as far as it is typed. */
  readonly option: string;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What is offered then; rejects with NotAcknowledged. */
export async function suggest(world: World, typing: Typing): Promise<readonly Choice[]> {
  const { user, channel } = placeOf(world, typing);
  const [name = '', ...words] = typing.name.split(' ');
  const found = registered(world, channel, { type: 1, name });
  const options = { [typing.option]: '', ...typing.options };
  const data = commandData(world, {
    command: found,
    words,
    typed: { channel, options, focused: typing.option },
  });
  const { callback } = await send(world, { user, channel, kind: 4, data, what: line(typing) });
  const { choices = [] } = (callback.data ?? {}) as { choices?: readonly Choice[] };
  return choices.slice(0, interactionLimits.choices);
}

/** Chooses a command in the menu of a message. The app gets to read that message, whatever its intents are. */
export async function messageCommand(
  world: World,
  of: { readonly user: string; readonly on: On; readonly name: string },
): Promise<Answer> {
  const user = userOf(world.state, of.user);
  const { channel, message } = surfaceOf(world, user, of.on);
  const found = registered(world, channel, { type: 3, name: of.name });
  const data = {
    id: found.id,
    name: found.name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: messageJson(world, message, { content: true }) } },
  };
  return interact(world, { user, channel, kind: 2, data, what: `(${of.name})`, name: found.name });
}
