/** Pressing a button and choosing from a menu, in a message or in a view. */
import type { Field, Given } from '../field.ts';
import { fieldOf, filled, initialValues } from '../field.ts';
import { messageJson } from '../message.ts';
import { store, viewJson } from '../modal.ts';
import type { Channel, User } from '../state.ts';
import { userOf } from '../state.ts';
import { trigger } from '../trigger.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did } from './answer.ts';
import { answerable, channelJson, interact, interaction, send } from './interaction.ts';
import type { On, Surface } from './surface.ts';
import { surfaceOf } from './surface.ts';

export interface Press {
  readonly user: string;
  readonly on: On;
  /** Its text or its `action_id`. */
  readonly button: string;
  /** Of several with that text, counted from 1. */
  readonly nth?: number;
}

export interface Choice {
  readonly user: string;
  readonly on: On;
  /** The label of an input, the placeholder of a menu, an `action_id` or a `block_id`. */
  readonly field: string;
  readonly value: Given;
}

/** The message that holds the element. Of one for a single person Slack tells only where it is. */
function messagePart(world: World, surface: Surface, channel: Channel): object {
  const { message } = surface;
  if (!message) return {};
  const isEphemeral = message.onlyFor !== null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread === null ? {} : { thread_ts: message.thread }),
    },
    channel: channelJson(channel),
    ...(isEphemeral ? {} : { message: messageJson(world.state, message) }),
  };
}

interface Acted {
  readonly user: User;
  readonly surface: Surface;
  readonly field: Field;
  /** What stands in the element now. */
  readonly value: object;
  readonly what: string;
}

const actionOf = (world: World, { field: { block, element }, value }: Acted): object => ({
  type: element.type,
  block_id: block.block_id,
  action_id: element.action_id,
  action_ts: world.ts(),
  ...value,
});

function inMessage(world: World, acted: Acted, channel: Channel): Promise<Answer> {
  const { user, surface, what, field } = acted;
  const { message } = surface;
  const { causes, ...addresses } = answerable(world, { user, channel, ...(message ? { message } : {}) });
  const { block_id = '' } = field.block;
  const values = { ...initialValues(surface.blocks) };
  if (values[block_id])
    values[block_id] = { ...values[block_id], [field.element.action_id ?? '']: acted.value };
  const payload = {
    ...interaction(world, user),
    type: 'block_actions',
    ...messagePart(world, surface, channel),
    ...addresses,
    state: { values },
    actions: [actionOf(world, acted)],
  };
  return interact(world, { payload, user, channel: channel.id, causes, what });
}

function inView(world: World, acted: Acted): Promise<Answer> {
  const { user, surface, what } = acted;
  const trigger_id = trigger(world, user.id);
  const payload = {
    ...interaction(world, user),
    type: 'block_actions',
    trigger_id,
    container: { type: 'view', view_id: surface.view?.id },
    view: surface.view ? viewJson(world, surface.view) : null,
    actions: [actionOf(world, acted)],
  };
  return interact(world, { payload, user, channel: null, causes: [trigger_id], what });
}

function act(world: World, acted: Acted): Promise<Answer> {
  const { surface, user, what } = acted;
  const channel = surface.message ? world.state.channels.get(surface.message.channel) : undefined;
  did(world, { user, channel: channel?.id ?? null, what });
  return channel ? inMessage(world, acted, channel) : inView(world, acted);
}

/** What a button says of itself when it is pressed. */
const pressed = ({ element }: Field): object =>
  Object.fromEntries(
    Object.entries(element).filter(([key]) => ['text', 'value', 'url', 'style', 'icon'].includes(key)),
  );

/** Resolves to what they get to see; rejects with NotAcknowledged. */
export function press(world: World, { user: called, on, button, nth }: Press): Promise<Answer> {
  const user = userOf(world.state, called);
  const surface = surfaceOf(world, user, on);
  const field = fieldOf(surface.blocks, button, nth);
  return act(world, { user, surface, field, value: pressed(field), what: `[${field.label}]` });
}

/** Puts a value into a field of a view, without telling anybody. */
export function enter(world: World, of: Choice): Field {
  const surface = surfaceOf(world, userOf(world.state, of.user), of.on);
  const field = fieldOf(surface.blocks, of.field);
  const { view } = surface;
  const { block_id = '' } = field.block;
  if (!view) return field;
  const entry = { type: field.element.type, ...filled(field, of.value) };
  const block = { ...view.values[block_id], [field.element.action_id ?? '']: entry };
  store(world, { ...view, values: { ...view.values, [block_id]: block } });
  return field;
}

/** Chooses, and resolves to what they get to see. An input tells the app only if its `dispatch_action` says so. */
export function choose(world: World, of: Choice): Promise<Answer> {
  const user = userOf(world.state, of.user);
  const field = enter(world, of);
  const value = filled(field, of.value);
  const surface = surfaceOf(world, user, of.on);
  return act(world, { user, surface, field, value, what: `${field.label}: ${JSON.stringify(of.value)}` });
}

/** Presses a button that leads elsewhere: the app is told, and nothing needs to follow. */
export async function follow(world: World, { user: called, on, button, nth }: Press): Promise<string> {
  const user = userOf(world.state, called);
  const surface = surfaceOf(world, user, on);
  const field = fieldOf(surface.blocks, button, nth);
  const url = 'url' in field.element ? field.element.url : undefined;
  if (url === undefined) throw new Error(`[${field.label}] leads nowhere`);
  const acted = { user, surface, field, value: pressed(field), what: url };
  const channel = surface.message ? world.state.channels.get(surface.message.channel) : undefined;
  await send(world, {
    ...interaction(world, user),
    type: 'block_actions',
    ...(channel
      ? messagePart(world, surface, channel)
      : { container: { type: 'view', view_id: surface.view?.id } }),
    trigger_id: trigger(world, user.id),
    actions: [actionOf(world, acted)],
  });
  return url;
}
