/** Where something that the bot posts is to stand, as the id of a channel. */
import { RESTJSONErrorCodes as codes, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import { short } from '../../src/view/short.ts';
import type { Direct } from './direct.ts';
import { threadName } from './limits.ts';
import type { Ref } from './ref.ts';
import { codeOf } from './rest/posted.ts';

/** In a channel, which a thread is too; in someone's conversation with the bot; or below a message, in a thread of that name. */
export type Target =
  | { readonly channel: string }
  | { readonly user: string }
  | { readonly below: Ref; readonly name: string };

interface Room {
  readonly client: REST;
  readonly direct: Direct;
}

/** Rejects where Discord opens none. A second time does no harm. */
export async function channelOf(to: Target, { client, direct }: Room): Promise<string> {
  if ('channel' in to) return to.channel;
  return 'user' in to ? direct.channelOf(to.user) : threadBelow(to, client);
}

/**
 * A thread has the id of the message that it is started from, and there is one for each:
 * https://docs.discord.com/developers/resources/channel#start-thread-from-message
 */
async function threadBelow(
  { below: { channel, message }, name }: Extract<Target, { readonly below: Ref }>,
  client: REST,
): Promise<string> {
  const body = { name: short(name, threadName) || '…' };
  try {
    await client.post(Routes.threads(channel, message), { body });
  } catch (error) {
    if (codeOf(error) !== String(codes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return message;
}
