/** Where Discord's API is: at another address for a proxy, and for tests. */
import { UserError } from '../../../src/error.ts';
import type { Environment } from '../../../src/port.ts';

const usual = 'https://discord.com/api';

/**
 * `DISCORD_API_URL` without a slash at its end; a version may not stand in it, as the library appends its own. Throws
 * UserError `bad-discord-api-url`.
 */
export function readApiUrl(env: Environment['env']): string {
  const value = env['DISCORD_API_URL'] || usual;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || /\/v\d+\/*$/.test(url.pathname) || `${url.search}${url.hash}` !== '')
    throw new UserError('bad-discord-api-url', { value });
  return url.href.replace(/\/+$/, '');
}
