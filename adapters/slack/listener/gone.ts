/** The app was taken out of the workspace, or its token revoked: the chat ends, with a sentence for whoever runs it. */
import type { App, Context } from '@slack/bolt';
import { UserError } from '../../../src/error.ts';
import type { Told } from '../../../src/view/insist.ts';
import type { Desk } from '../desk.ts';

/** Of an earlier process it is over: with the tokens of this one Slack has let it in. */
export function onGone(app: App, desk: Desk): void {
  const gone = (context: Context, reason: string): void => {
    if (!(context['told'] as Told).again)
      desk.failed(new UserError('slack-token', { name: 'SLACK_BOT_TOKEN', reason }));
  };
  app.event('app_uninstalled', async ({ context }) => gone(context, 'account_inactive'));
  app.event('tokens_revoked', async ({ context, event }) => {
    if (event.tokens.bot?.includes(desk.self.user)) gone(context, 'token_revoked');
  });
}
