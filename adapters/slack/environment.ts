/** How the environment says to connect to Slack. */
import { UserError } from '../../src/error.ts';
import type { Environment } from '../../src/port.ts';
import { readApiUrl } from './web-api/address.ts';
import type { Options, Way } from './options.ts';

/** Beside the port of the pages. */
const usualPort = '3001';

/**
 * `null` where Slack is not to be joined: `SLACK_BOT_TOKEN` is not set. Throws UserError `slack-no-entrance` where there is
 * no second secret, `bad-slack-port` or `bad-slack-api-url`, or what is wrong with the file of a secret.
 */
export function readOptions({ env, secret }: Environment): Pick<Options, 'token' | 'way' | 'apiUrl'> | null {
  const token = secret('SLACK_BOT_TOKEN');
  if (token === null) return null;
  return { token, way: wayOf(env, secret), apiUrl: readApiUrl(env) };
}

/** With a token for sockets the bot needs no address. */
function wayOf(env: Environment['env'], secret: Environment['secret']): Way {
  const appToken = secret('SLACK_APP_TOKEN');
  if (appToken !== null) return { appToken };
  const signingSecret = secret('SLACK_SIGNING_SECRET');
  if (signingSecret === null) throw new UserError('slack-no-entrance');
  const value = env['SLACK_PORT'] || usualPort;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new UserError('bad-slack-port', { value });
  return { signingSecret, port: Number(value), host: env['HOST'] || '127.0.0.1' };
}
