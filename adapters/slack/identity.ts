/** Who the bot is, as Slack says when it starts. */
import type { webApi } from '@slack/bolt';
import { persist } from '../../src/view/persist.ts';
import { tokenError } from './web-api/failure.ts';
import type { Options } from './options.ts';
import type { Timing } from './timing.ts';
import type { Self } from './workspace.ts';

interface Room extends Pick<Options, 'log'> {
  readonly client: webApi.WebClient;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** `null` when the signal comes. Throws UserError `slack-token` where Slack does not take the token. */
export const identify = ({ client, timing, log, signal }: Room): Promise<Self | null> =>
  persist(() => ask(client), {
    signal,
    sleep: timing.sleep,
    chance: Math.random,
    failed: (error) => {
      log.warn({ err: error }, 'Slack can not be reached yet');
      const { retryAfter = 0 } = error as Partial<webApi.WebAPIRateLimitedError>;
      return retryAfter * 1000;
    },
  });

async function ask(client: webApi.WebClient): Promise<Self> {
  try {
    const answer = await client.auth.test();
    const { team_id: team = '', user_id: user = '', bot_id: bot = '', url = null } = answer;
    return { team, user, bot, url, scopes: new Set(answer.response_metadata?.scopes) };
  } catch (error) {
    throw tokenError(error, 'SLACK_BOT_TOKEN') ?? error;
  }
}
