/** A session of the gateway: what it was told so far, so that it can be taken up again. */
import type { WebSocket } from 'ws';
import type { Dispatch } from '../world.ts';
import { intent, isWanted } from './intent.ts';

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, of: number];
  /** Everything told so far, as frames; the number of a frame is its place, counted from 1. */
  readonly told: string[];
  /** `null` while nobody is connected. */
  socket: WebSocket | null;
}

/** https://docs.discord.com/developers/events/gateway#sharding */
const isOnShard = ({ shard: [id, of] }: Session, guild: string | null): boolean =>
  guild === null ? id === 0 : Number((BigInt(guild) >> 22n) % BigInt(of)) === id;

/** Sends it, and keeps it for who comes back. */
export function tell(session: Session, name: string, data: object): void {
  const frame = JSON.stringify({ op: 0, t: name, s: session.told.length + 1, d: data });
  session.told.push(frame);
  session.socket?.send(frame);
}

/** Tells it to a session that asked for such events and has the guild. */
export function offer(session: Session, event: Dispatch): void {
  if (!isOnShard(session, event.guild)) return;
  if (!isWanted(session.intents, event.name, event.guild === null)) return;
  tell(session, event.name, event.data({ content: (session.intents & intent.content) !== 0 }));
}

/** Everything after the frame of that number, then the word that this was all. */
export function replay(session: Session, after: number): void {
  for (const frame of session.told.slice(after)) session.socket?.send(frame);
  tell(session, 'RESUMED', {});
}
