/** Shortcuts: of a message, from its menu, and global ones, from anywhere. */
import { messageJson } from '../message.ts';
import type { Message } from '../state.ts';
import { channelOf, messageOf, userOf } from '../state.ts';
import { trigger } from '../trigger.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did } from './answer.ts';
import { answerable, channelJson, interact, interaction } from './interaction.ts';

export interface Shortcut {
  readonly user: string;
  /** Its `callback_id`. */
  readonly callback: string;
  /** What it is used on; without it, it is a global one. */
  readonly message?: Pick<Message, 'channel' | 'ts'>;
}

function known(world: World, callback: string): void {
  const { shortcuts } = world.state.app;
  if (shortcuts?.includes(callback) === false) throw new Error(`${callback} is not a shortcut of this app`);
}

/** A global one knows no channel, and has no address to answer at. */
function global(world: World, { user: called, callback }: Shortcut): Promise<Answer> {
  const user = userOf(world.state, called);
  const trigger_id = trigger(world, user.id);
  did(world, { user, channel: null, what: `⚡ ${callback}` });
  const payload = {
    ...interaction(world, user),
    type: 'shortcut',
    callback_id: callback,
    trigger_id,
    action_ts: world.ts(),
  };
  return interact(world, { payload, user, channel: null, causes: [trigger_id], what: callback });
}

/** Resolves to what they get to see; rejects with NotAcknowledged. */
export function shortcut(world: World, used: Shortcut): Promise<Answer> {
  const { user: called, callback, message: of } = used;
  known(world, callback);
  if (!of) return global(world, used);
  const user = userOf(world.state, called);
  const channel = channelOf(world.state, of.channel, user);
  const message = messageOf(channel, of.ts);
  if (!message || message.onlyFor !== null) throw new Error('that message has no menu');
  const { causes, ...addresses } = answerable(world, { user, channel, message: { ...message } });
  did(world, { user, channel: channel.id, what: `⚡ ${callback}` });
  const payload = {
    ...interaction(world, user),
    type: 'message_action',
    callback_id: callback,
    action_ts: world.ts(),
    message_ts: message.ts,
    message: messageJson(world.state, message),
    channel: channelJson(channel),
    ...addresses,
  };
  return interact(world, { payload, user, channel: channel.id, causes, what: callback });
}
