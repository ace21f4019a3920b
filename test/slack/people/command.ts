/** A slash command, typed into a channel or into the conversation with the app. */
import { checkMessage } from '../check.ts';
import { say } from '../conversation.ts';
import type { Channel, User } from '../state.ts';
import { channelOf, userOf } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did, waitFor } from './answer.ts';
import { compose } from './compose.ts';
import { answerable, channelJson } from './interaction.ts';

export interface Command {
  readonly user: string;
  readonly channel: string;
  /** What stands after the command, as it is typed: an app may have people, channels and addresses marked in it. */
  readonly text: string;
  /** With its slash; `/meetup` if nothing is said. */
  readonly command?: string;
}

/** What an app may send along with its acknowledgement: a text or a message. */
interface Immediate {
  readonly text?: string;
  readonly blocks?: unknown;
  readonly response_type?: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
function payloadOf(
  world: World,
  asked: Command,
  of: { readonly user: User; readonly channel: Channel },
): object {
  const { team, app } = world.state;
  const place = channelJson(of.channel);
  return {
    token: 'verification',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: place.id,
    channel_name: place.name,
    user_id: of.user.id,
    user_name: of.user.name,
    command: asked.command ?? '/meetup',
    text: compose(world.state, asked.text).text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
  };
}

/** What came with the acknowledgement is a message that needs no address to be answered at. */
function show(world: World, said: Immediate, of: { channel: Channel; user: User; cause: string }): void {
  if (said.text === undefined && said.blocks === undefined) return;
  const onlyFor = said.response_type === 'in_channel' ? null : of.user.id;
  say(world, of.channel, { ...checkMessage(said), user: world.state.app.user, onlyFor, cause: of.cause });
}

/** Resolves to the first thing that the person gets to see; rejects with NotAcknowledged. */
export async function command(world: World, asked: Command): Promise<Answer> {
  const { state, feed } = world;
  const user = userOf(state, asked.user);
  const channel = channelOf(state, asked.channel, user);
  const { command: name = '/meetup', text } = asked;
  if (state.app.commands?.includes(name) === false) throw new Error(`${name} is not a command of this app`);
  if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
  const { causes, ...addresses } = answerable(world, { user, channel });
  const what = `${name} ${text}`.trim();
  did(world, { user, channel: channel.id, what });
  const since = feed.effects.length;
  const payload = { ...payloadOf(world, asked, { user, channel }), ...addresses };
  const said = await world.send({ kind: 'slash_commands', answerable: true, retry: null, payload });
  show(world, said.payload ?? {}, { channel, user, cause: addresses.trigger_id });
  return waitFor(world, { user, channel: channel.id, causes, since, what });
}
