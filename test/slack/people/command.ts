/** A slash command, typed into a channel or into the conversation with the app. */
import { checkMessage } from '../check.ts';
import { say } from '../conversation.ts';
import { channelOf, userOf } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did, waitFor } from './answer.ts';
import { answerable, channelJson } from './interaction.ts';

export interface Command {
  readonly user: string;
  readonly channel: string;
  /** What stands after the command. */
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
  const place = channelJson(channel);
  const { payload } = await world.send({
    kind: 'slash_commands',
    answerable: true,
    retry: null,
    payload: {
      token: 'verification',
      team_id: state.team.id,
      team_domain: state.team.domain,
      channel_id: place.id,
      channel_name: place.name,
      user_id: user.id,
      user_name: user.name,
      command: name,
      text,
      api_app_id: state.app.id,
      is_enterprise_install: 'false',
      ...addresses,
    },
  });
  const said = payload as Immediate | undefined;
  if (said?.text !== undefined || said?.blocks !== undefined) {
    const onlyFor = said.response_type === 'in_channel' ? null : user.id;
    say(world, channel, { ...checkMessage(said), user: state.app.user, onlyFor, cause: causes[0] ?? '' });
  }
  return waitFor(world, { user, channel: channel.id, causes, since, what });
}
