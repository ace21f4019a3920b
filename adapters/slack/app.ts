/** Bolt, wired: our receiver, our log, and the identity of the bot, which is asked of Slack once. */
import { App } from '@slack/bolt';
import type { Receiver } from '@slack/bolt';
import { loggerOf } from './logger.ts';
import type { Workspace } from './workspace.ts';

/** An app without listeners. It keeps nothing of conversations, and does not hear itself. */
export function createApp(receiver: Receiver, workspace: Workspace): App {
  const { self, token, apiUrl, log, newId } = workspace;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: token, botId: self.bot, botUserId: self.user, teamId: self.team }),
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    ignoreSelf: true,
    logger: loggerOf(log),
  });
  // An event that could not be handled is tried again by the inbox; people have been told by whoever answers them.
  app.error(async (error) => {
    log.warn({ id: newId(), err: error.original ?? error }, 'something that Slack sent was not handled');
    throw error;
  });
  return app;
}
