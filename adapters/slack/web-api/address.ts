/** Where Slack's Web API is: at another address for GovSlack, and for tests. */
import { UserError } from '../../../src/error.ts';
import type { Environment } from '../../../src/port.ts';

const usual = 'https://slack.com/api/';

/** `SLACK_API_URL`, which ends in `/api/` as the methods' names are appended to it. Throws UserError `bad-slack-api-url`. */
export function readApiUrl(env: Environment['env']): string {
  const value = env['SLACK_API_URL'] || usual;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || !url.pathname.endsWith('/api/') || `${url.search}${url.hash}` !== '')
    throw new UserError('bad-slack-api-url', { value });
  return url.href;
}
