/** Where something is said, and who can read it there, asked of Slack at every call: a channel may have turned private. */
import type { webApi } from '@slack/bolt';
import type { Place } from '../../src/port.ts';
import { isRefusal } from './web-api/failure.ts';
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

export async function placeOf(spot: Spot, room: Room): Promise<Place> {
  const { interaction } = room.clients;
  const visibility = visibilities[spot.named ?? ''] ?? (await seen(spot.channel, interaction).catch(hidden));
  return placeAt(spot, visibility, room);
}

/** The same, before anything of it is kept: waits as long as Slack wants, and rejects where Slack can not be asked. */
export async function surePlaceOf(spot: Spot, room: Room): Promise<Place> {
  const visibility = await room.clients
    .read((client) => seen(spot.channel, client))
    .catch((error: unknown) => {
      if (isRefusal(error)) return hidden();
      throw error;
    });
  return placeAt(spot, visibility, room);
}

export const placeAt = (
  { channel, thread }: Spot,
  visibility: Place['visibility'],
  { self }: Pick<Room, 'self'>,
): Place => ({
  platform,
  workspace: self.team,
  channel,
  ...(thread === undefined ? {} : { thread }),
  visibility,
});

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

async function seen(channel: string, { conversations }: webApi.WebClient): Promise<Place['visibility']> {
  if (isDirect(channel)) return 'direct';
  const { channel: about } = await conversations.info({ channel });
  return about?.is_channel === true && about.is_private !== true && about.is_mpim !== true
    ? 'public'
    : 'private';
}

/** A channel of which Slack says nothing is private: a bot with no more scopes than it needs does not see private ones. */
const hidden = (): 'private' => 'private';
