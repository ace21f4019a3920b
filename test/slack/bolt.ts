/** The real Bolt, as tests start it: connected to the simulated Slack, and silent. */
import type { AppOptions } from '@slack/bolt';
import { App, LogLevel } from '@slack/bolt';
import { startSlack } from './index.ts';
import type { Slack } from './index.ts';

const nothing = (): void => undefined;

export const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** An app in Socket Mode that has not started yet. */
export const createApp = (slack: Slack, options: AppOptions = {}): App =>
  new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
    ...options,
  });

interface Opened {
  readonly slack: Slack;
  readonly app: App;
  readonly close: () => Promise<void>;
}

/** A Slack of its own, that waits half a second for an acknowledgement, and an app in it that has not started yet. */
export async function openApp(): Promise<Opened> {
  const slack = await startSlack({ deadline: 500 });
  const app = createApp(slack);
  const close = async (): Promise<void> => {
    await app.stop();
    await slack.stop();
  };
  return { slack, app, close };
}
