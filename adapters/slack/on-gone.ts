/** The app was taken out of the workspace, or its token revoked: the chat ends, with a sentence for whoever runs it. */
import type { App } from '@slack/bolt';
import { UserError } from '../../src/error.ts';
import type { Desk } from './desk.ts';

export function onGone(app: App, desk: Desk): void {
  const gone = (reason: string): void =>
    desk.failed(new UserError('slack-token', { name: 'SLACK_BOT_TOKEN', reason }));
  app.event('app_uninstalled', async () => gone('account_inactive'));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot?.includes(desk.self.user)) gone('token_revoked');
  });
}
