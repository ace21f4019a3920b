/** Where something is said, and who can read it there, asked of Slack at every call: a channel may have turned private. */
import type { Place } from '../../src/port.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export interface Spot {
  readonly channel: string;
  /** `ts` of the message that the thread hangs on. */
  readonly thread?: string;
  /** What a command or a button calls the channel, as it is at this moment: of some it says what they are. */
  readonly named?: string;
}

type Room = Pick<Workspace, 'clients' | 'self'>;

export async function placeOf({ channel, thread, named }: Spot, room: Room): Promise<Place> {
  const visibility = visibilities[named ?? ''] ?? (await visibilityOf(channel, room));
  return {
    platform,
    workspace: room.self.team,
    channel,
    ...(thread === undefined ? {} : { thread }),
    visibility,
  };
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const visibilities: Readonly<Record<string, Place['visibility']>> = {
  directmessage: 'direct',
  privategroup: 'private',
};

/** The conversation of one person with the bot. A person's id names it, too, wherever something is posted. */
export const isDirect = (channel: string): boolean => /^[DUW]/.test(channel);

/** Where one person is alone with the bot. */
export const directPlace = (user: string, { self }: Pick<Room, 'self'>): Place => ({
  platform,
  workspace: self.team,
  channel: user,
  visibility: 'direct',
});

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
