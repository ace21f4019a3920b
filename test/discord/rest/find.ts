/** Finds what a call names, and refuses what the app may not see or do. */
import { intent } from '../gateway/intent.ts';
import type { Permission } from '../permission.ts';
import { may } from '../permission.ts';
import { refuse } from '../refusal.ts';
import type { Message } from '../message.ts';
import type { Channel, Guild } from '../state.ts';
import { messageOf } from '../find.ts';
import { channelTypes } from '../state.ts';
import type { Context } from './define.ts';
import { param } from './define.ts';

/** A guild that the app is in. */
export function guild(context: Context, name = 'guild'): Guild {
  const { state } = context.world;
  const found = state.guilds.get(param(context, name));
  if (!found) throw refuse('unknownGuild');
  if (!found.members.has(state.app.id)) throw refuse('missingAccess');
  return found;
}

/** A channel that the app sees. */
export function channel(context: Context, id = param(context, 'channel')): Channel {
  const { state } = context.world;
  const found = state.channels.get(id);
  if (!found) throw refuse('unknownChannel');
  if (!may(state, { user: state.app.id, channel: found }, 'viewChannel')) throw refuse('missingAccess');
  return found;
}

/** Refuses with Missing Permissions where the app may not do that. */
export function need(context: Context, of: Channel, name: Permission): void {
  const { state } = context.world;
  if (!may(state, { user: state.app.id, channel: of }, name)) throw refuse('missingPermissions');
}

/** Types that hold messages themselves. */
const wordless = new Set<number>([channelTypes.forum, channelTypes.category]);

/** A channel whose messages there are. */
export function room(context: Context): Channel {
  const found = channel(context);
  if (wordless.has(found.type)) throw refuse('notText');
  return found;
}

/** A message that is in the history of its channel. */
export function message(context: Context, of: Channel, id = param(context, 'message')): Message {
  const found = messageOf(of, id);
  if (!found || found.onlyFor !== null) throw refuse('unknownMessage');
  return found;
}

/** What is read over REST shows content if the app has the switch in the portal. */
export const eyes = ({ world }: Context): { readonly content: boolean } => ({
  content: (world.state.app.privileged & intent.content) !== 0,
});
