/** Who the bot is, as Slack says when it starts: until Slack can be reached it asks again, ever more rarely. */
import type { webApi } from '@slack/bolt';
import { tokenError } from './web-api/failure.ts';
import type { Options } from './options.ts';
import { fresh, pauseOf } from './receiver/pace.ts';
import type { Timing } from './timing.ts';
import type { Self } from './workspace.ts';

interface Room extends Pick<Options, 'log'> {
  readonly client: webApi.WebClient;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** `null` when the signal comes. Throws UserError `slack-token` where Slack does not take the token. */
export async function identify({ client, timing, log, signal }: Room): Promise<Self | null> {
  for (let tries = fresh; !signal.aborted;) {
    try {
      const { team_id: team = '', user_id: user = '', bot_id: bot = '' } = await client.auth.test();
      return { team, user, bot };
    } catch (error) {
      const refused = tokenError(error, 'SLACK_BOT_TOKEN');
      if (refused !== null) throw refused;
      log.warn({ err: error }, 'Slack can not be reached yet');
      const { retryAfter = 0 } = error as Partial<webApi.WebAPIRateLimitedError>;
      tries = { ...tries, failures: tries.failures + 1, told: retryAfter * 1000 };
    }
    await timing.sleep(pauseOf(tries), signal);
  }
  return null;
}
