/** The gateway: what Discord tells, for as long as the bot is there. Most of it is discord.js’s; here is what begins and what ends it. */
import { once } from 'node:events';
import { Events, PermissionFlagsBits as bits } from 'discord.js';
import type { Channel, Client, Guild } from 'discord.js';
import { UserError } from '../../../src/error.ts';
import { createClient } from './client.ts';
import type { Room } from './client.ts';

export type { Room } from './client.ts';

export interface Gateway {
  /** Resolves when Discord has told where the bot is. Rejects with UserError where it can not be there, and where Discord does not answer. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly guilds: Guilds;
}

/** The servers that the bot is in, with their roles and channels, as the gateway keeps telling them. */
export interface Guilds {
  readonly get: (id: string) => Guild | undefined;
  readonly all: () => readonly Guild[];
  /** May the bot read what was said in that channel? In its conversations it may. */
  readonly mayRead: (channel: string) => boolean;
  /** May it hand over files there? */
  readonly mayAttach: (channel: string) => boolean;
}

/** What is to be done with each event: by its name. */
export type Hear = (event: string, data: unknown) => void;

/** `hear` does not throw. */
export function createGateway(room: Room, hear: Hear): Gateway {
  let client: Client | null = null;
  return {
    open: async () => {
      client = createClient(room);
      await connect(client, hear, room);
    },
    close: async () => client?.destroy(),
    guilds: {
      get: (id) => client?.guilds.cache.get(id),
      all: () => [...(client?.guilds.cache.values() ?? [])],
      mayRead: (channel) => may(bits.ReadMessageHistory, client?.channels.cache.get(channel)),
      mayAttach: (channel) => may(bits.AttachFiles, client?.channels.cache.get(channel)),
    },
  };
}

/** A channel of a server is known as long as one may see it; conversations are not kept. */
const may = (right: bigint, channel: Channel | undefined): boolean =>
  channel === undefined ||
  channel.isDMBased() ||
  channel.permissionsFor(channel.client.user)?.has(right) === true;

/** A client that could not log in is of no use any more: the next attempt has one of its own. */
async function connect(client: Client, hear: Hear, room: Room): Promise<void> {
  const { log, token, signal } = room;
  const broken = (error: Error): void => log.warn({ err: error }, 'the connection to Discord broke');
  client.on(Events.Error, broken);
  client.on(Events.ShardError, broken);
  client.on(Events.Raw, ({ t: event, d: data }: Told) => hear(event, data));
  const ending = endOf(client);
  const ready = once(client, Events.ClientReady, { signal });
  try {
    await Promise.race([ready, ending.then(fail), client.login(token).then(() => ready)]);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  void ending.then(room.failed);
}

/** https://docs.discord.com/developers/events/gateway-events#payload-structure */
interface Told {
  readonly t: string;
  readonly d: unknown;
}

const fail = (reason: UserError): never => {
  throw reason;
};

/** Close codes beside that of a wrong token after which Discord takes no further attempt. Of the others discord.js makes one. */
const fatal: ReadonlySet<number> = new Set([4010, 4011, 4012, 4013, 4014]);

/** Resolves when it is over for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function endOf(client: Client): Promise<UserError> {
  const { promise, resolve } = Promise.withResolvers<UserError>();
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (code === 4004) resolve(new UserError('discord-token'));
    if (fatal.has(code)) resolve(new UserError('discord-gateway', { code }));
  });
  return promise;
}
