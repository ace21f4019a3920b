/** Whichever call first learns that the token is worth nothing any more, the chat ends by it: Slack may never send the event. */
import type { Options } from '../options.ts';
import { tokenError } from './failure.ts';
import type { Fetch } from './rate.ts';

/** A fetch for the clients of the bot's token. What Slack answers is passed on as it is. */
export function watchfulFetch(fetch: Fetch, failed: Options['failed']): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const ended = tokenError({ data: await answerOf(response.clone()) }, 'SLACK_BOT_TOKEN');
    if (ended !== null) failed(ended);
    return response;
  };
}

/** `null`: not in Slack's words. */
async function answerOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
