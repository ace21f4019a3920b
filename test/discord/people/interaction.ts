/** What every interaction tells the app, and how its callback and its answer are waited for. */
import { NotAcknowledged } from '../../simulator/not-acknowledged.ts';
import { channelJson } from '../json/channel.ts';
import { actingMember, userById } from '../json/user.ts';
import { messageLimits } from '../limits.ts';
import { may, permissionsIn } from '../permission.ts';
import type { Message } from '../message.ts';
import type { Channel, User } from '../state.ts';
import type { Acknowledged, Interaction, World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did, waitFor } from './answer.ts';

/** Something that a person does with the app, not sent yet. */
export interface Act {
  readonly user: User;
  readonly channel: Channel;
  readonly kind: Interaction['kind'];
  /** `data` of the interaction. */
  readonly data: object;
  /** In the words of a transcript. */
  readonly what: string;
  /** Of a command. */
  readonly name?: string;
  /** The message whose component is used. */
  readonly message?: { readonly id: string; readonly json: object };
}

/** Where it happens, and who may do what there. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function placeJson(world: World, { user, channel }: Act): object {
  const { state } = world;
  const guild = state.guilds.get(channel.guild ?? '');
  const common = {
    channel: { ...channelJson(state, channel), permissions: String(permissionsIn(state, channel, user.id)) },
    channel_id: channel.id,
    app_permissions: String(permissionsIn(state, channel, state.app.id)),
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: messageLimits.file,
  };
  const member = guild?.members.get(user.id);
  if (!guild || !member)
    return {
      ...common,
      user: userById(state, user.id),
      context: 1,
      authorizing_integration_owners: { 0: '0' },
    };
  return {
    ...common,
    member: actingMember(state, member, permissionsIn(state, channel, user.id)),
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_id: guild.id,
    guild_locale: guild.locale,
    context: 0,
    authorizing_integration_owners: { 0: guild.id },
  };
}

function refuseAbsent(world: World, { user, channel }: Act): void {
  const { state } = world;
  const guild = state.guilds.get(channel.guild ?? '');
  if (guild && !guild.members.has(state.app.id)) throw new Error(`the app is not in ${guild.name}`);
  if (!may(state, { user: user.id, channel }, 'viewChannel'))
    throw new Error(`${user.name} does not see ${channel.name}`);
  if (channel.thread?.archived === true) throw new Error(`${channel.name} is archived`);
}

function begin(world: World, act: Act): Interaction {
  const id = world.id();
  const interaction: Interaction = {
    id,
    token: `interaction${id}`,
    kind: act.kind,
    user: act.user.id,
    channel: act.channel.id,
    guild: act.channel.guild,
    created: world.clock.now(),
    name: act.name ?? null,
    message: act.message?.id ?? null,
    callback: null,
    onlyFor: null,
    original: null,
    thinking: false,
  };
  world.interactions.set(interaction.token, interaction);
  return interaction;
}

/** Resolves with the callback; rejects with NotAcknowledged when it is late. */
function acknowledged(world: World, { token }: Interaction, what: string): Promise<Acknowledged> {
  const { promise, resolve, reject } = Promise.withResolvers<Acknowledged>();
  const cancel = world.clock.after(world.deadline, () => {
    world.waiting.delete(token);
    reject(new NotAcknowledged(what, 'timeout'));
  });
  world.waiting.set(token, (came) => {
    cancel();
    resolve(came);
  });
  return promise;
}

/** Tells the app; resolves with its callback. */
export async function send(
  world: World,
  act: Act,
): Promise<{ readonly interaction: Interaction; readonly callback: Acknowledged }> {
  refuseAbsent(world, act);
  const interaction = begin(world, act);
  const { id, token, kind } = interaction;
  const callback = acknowledged(world, interaction, act.what);
  const data = {
    id,
    application_id: world.state.app.id,
    type: kind,
    token,
    version: 1,
    data: act.data,
    ...placeJson(world, act),
    ...(act.message ? { message: act.message.json } : {}),
  };
  world.dispatch({ name: 'INTERACTION_CREATE', guild: act.channel.guild, channel: null, data: () => data });
  return { interaction, callback: await callback };
}

/** Notes it in the transcript, tells the app, and resolves to the first thing that the person gets to see then. */
export async function interact(world: World, act: Act): Promise<Answer> {
  const { user, channel, what } = act;
  did(world, { user, channel: channel.id, what });
  const since = world.feed.effects.length;
  const { interaction } = await send(world, act);
  return waitFor(world, { user, channel: channel.id, cause: interaction.id, since, what });
}

export type On = Answer | Message;
