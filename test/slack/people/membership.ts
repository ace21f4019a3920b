/** Coming and going: the Home tab, channels, the app itself. */
import { emit } from '../event.ts';
import { viewJson } from '../modal.ts';
import type { Token } from '../state.ts';
import { channelOf, directOf, userOf } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did, waitFor } from './answer.ts';

/** Opens the app's Home tab, and resolves to what is published there. */
export async function openHome(world: World, called: string): Promise<Answer> {
  const user = userOf(world.state, called);
  did(world, { user, channel: null, what: 'opens Home' });
  const since = world.feed.effects.length;
  const before = world.state.homes.get(user.id);
  await emit(world, 'app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: directOf(world.state, user).id,
    tab: 'home',
    event_ts: world.ts(),
    ...(before ? { view: viewJson(world, before) } : {}),
  });
  return waitFor(world, { user, channel: null, causes: [], since, what: 'Home' });
}

export interface Seat {
  readonly user: string;
  readonly channel: string;
}

/** Joins a channel, or is invited: the app is told where it is a member, or becomes one. */
export async function join(world: World, seat: Seat & { readonly inviter?: string }): Promise<void> {
  const user = userOf(world.state, seat.user);
  const channel = channelOf(world.state, seat.channel, user);
  channel.members.add(user.id);
  if (!channel.members.has(world.state.app.user)) return;
  await emit(world, 'member_joined_channel', {
    type: 'member_joined_channel',
    user: user.id,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: world.state.team.id,
    ...(seat.inviter === undefined ? {} : { inviter: userOf(world.state, seat.inviter).id }),
    event_ts: world.ts(),
  });
}

/** Leaves a channel, or is removed: an app that is removed itself learns of it by `channel_left`. */
export async function leave(world: World, seat: Seat): Promise<void> {
  const user = userOf(world.state, seat.user);
  const channel = channelOf(world.state, seat.channel, user);
  const { app } = world.state;
  const isHeard = channel.members.has(app.user);
  channel.members.delete(user.id);
  if (!isHeard) return;
  const type = user.id === app.user ? 'channel_left' : 'member_left_channel';
  await emit(world, type, { type, user: user.id, channel: channel.id, event_ts: world.ts() });
}

/** From now on the Web API answers tokens of that kind with that error; `null`: it takes them again. */
export function refuseToken(world: World, kind: Token['kind'], refused: string | null): void {
  for (const [name, token] of world.state.tokens)
    if (token.kind === kind) world.state.tokens.set(name, { ...token, refused });
}

/** Somebody takes the app out of the workspace: its token is worth nothing any more, and both events say so. */
export async function uninstall(world: World): Promise<void> {
  refuseToken(world, 'bot', 'token_revoked');
  const { user } = world.state.app;
  const tokens = { oauth: [], bot: [user] };
  await emit(world, 'tokens_revoked', { type: 'tokens_revoked', tokens, event_ts: world.ts() });
  await emit(world, 'app_uninstalled', { type: 'app_uninstalled', event_ts: world.ts() });
}

/** It comes back, with its old token. */
export const install = (world: World): void => refuseToken(world, 'bot', null);
