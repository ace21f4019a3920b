/** Where something is said, and who can read it there, asked of Slack at every call: a channel may have turned private. */
import type { Place } from '../../src/port.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export interface Spot {
  readonly channel: string;
  /** `ts` of the message that the thread hangs on. */
  readonly thread?: string;
}

type Room = Pick<Workspace, 'clients' | 'self'>;

export async function placeOf({ channel, thread }: Spot, room: Room): Promise<Place> {
  const visibility = await visibilityOf(channel, room);
  return {
    platform,
    workspace: room.self.team,
    channel,
    ...(thread === undefined ? {} : { thread }),
    visibility,
  };
}

/** The conversation of one person with the bot. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** A channel of which Slack says nothing is private: a bot with no more scopes than it needs does not see private ones. */
async function visibilityOf(channel: string, { clients }: Room): Promise<Place['visibility']> {
  if (isDirect(channel)) return 'direct';
  try {
    const { channel: about } = await clients.interaction.conversations.info({ channel });
    return about?.is_channel === true && about.is_private !== true && about.is_mpim !== true
      ? 'public'
      : 'private';
  } catch {
    return 'private';
  }
}
