/** Channels, and threads as channels. https://docs.discord.com/developers/resources/channel */
import { channelJson } from '../json/channel.ts';
import { refuse } from '../refusal.ts';
import { refuseBody } from '../schema/body.ts';
import type { Channel, ThreadFacts } from '../state.ts';
import { changeThread } from '../thread.ts';
import type { Context, Route } from './define.ts';
import { route } from './define.ts';
import { channel, need } from './find.ts';

const json = ({ world }: Context, of: Channel): object => channelJson(world.state, of);

interface Patch {
  readonly name?: string;
  readonly topic?: string | null;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly auto_archive_duration?: number;
  readonly applied_tags?: readonly string[];
}

function updateThread(context: Context, thread: Channel, facts: ThreadFacts): void {
  refuseBody('update_thread', context.body);
  const patch = context.body as Patch;
  const isOwn = facts.owner === context.world.state.app.id;
  // Whoever may write there may wake it, as a message would.
  const isWaking = patch.archived === false && !facts.locked;
  if (isWaking) need(context, thread, 'sendMessages');
  else if (!isOwn || patch.locked !== undefined) need(context, thread, 'manageThreads');
  if (facts.archived && patch.archived !== false) throw refuse('archived');
  changeThread(context.world, thread, {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    facts: {
      archived: patch.archived ?? facts.archived,
      locked: patch.locked ?? facts.locked,
      autoArchive: patch.auto_archive_duration ?? facts.autoArchive,
      tags: patch.applied_tags ?? facts.tags,
      ...(patch.archived === undefined ? {} : { changed: context.world.clock.now() }),
    },
  });
}

function update(context: Context): object {
  const found = channel(context);
  if (found.thread) {
    updateThread(context, found, found.thread);
    return json(context, found);
  }
  need(context, found, 'manageChannels');
  refuseBody('update_guild_channel', context.body);
  const { name = found.name, topic = found.topic } = context.body as Patch;
  Object.assign(found, { name, topic });
  context.world.dispatch({
    name: 'CHANNEL_UPDATE',
    guild: found.guild,
    channel: found,
    data: () => json(context, found),
  });
  return json(context, found);
}

export const channelRoutes: readonly Route[] = [
  route('GET /channels/:channel', 'get_channel', (context) => json(context, channel(context))),
  route('PATCH /channels/:channel', 'update_channel', update),
];
