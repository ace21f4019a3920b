/** Where one talks: two rooms and the threads in them, as an address, as a channel of the history, and as the bot's Place. */
import type { Place } from '../../../src/port.ts';

export const platform = 'web';

/** `direct`: each person alone with the bot. `general`: everyone. */
export const rooms = ['direct', 'general'] as const;

export type Room = (typeof rooms)[number];

export interface Spot {
  readonly room: Room;
  /** `id` of the message that the thread hangs on. */
  readonly thread: number | null;
}

/** Where a room's messages are kept: everyone has a direct room of their own. */
export const channelOf = (room: Room, personId: string): string =>
  room === 'direct' ? `direct-${personId}` : room;

export const roomOf = (channel: string): Room => (channel === 'general' ? 'general' : 'direct');

/** Path below the site's root. */
export const pathOf = ({ room, thread }: Spot): string =>
  `/chat/${room}${thread === null ? '' : `/thread/${thread}`}`;

export const placeOf = (channel: string, thread: number | null): Place => ({
  platform,
  workspace: 'playground',
  channel,
  ...(thread === null ? {} : { thread: String(thread) }),
  visibility: roomOf(channel) === 'direct' ? 'direct' : 'public',
});
