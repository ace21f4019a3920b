/** How the environment says to connect to Discord. */
import { UserError } from '../../src/error.ts';
import type { Environment } from '../../src/port.ts';
import type { Options } from './options.ts';
import { readApiUrl } from './rest/address.ts';

/** No other characters: a header with a line break in it would be refused with a message that quotes the token. */
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * `null` where Discord is not to be joined: `DISCORD_TOKEN` is not set. Throws UserError `discord-bad-token`,
 * `bad-discord-api-url`, or what is wrong with the file of a secret.
 */
export function readOptions({ env, secret }: Environment): Pick<Options, 'token' | 'apiUrl'> | null {
  const token = secret('DISCORD_TOKEN');
  if (token === null) return null;
  if (!isToken(token)) throw new UserError('discord-bad-token');
  return { token, apiUrl: readApiUrl(env) };
}

/** Does it look like a bot's token? */
export const isToken = (text: string): boolean => shape.test(text);
