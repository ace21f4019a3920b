/** The app as its manifest describes it, for the simulated Slack: what the manifest does not ask for is refused there. */
import type { Manifest } from '../../../adapters/slack/setup/manifest.ts';
import type { Options } from '../../slack/index.ts';

export const appOf = ({
  features,
  oauth_config: oauth,
  settings,
}: Manifest): NonNullable<Options['app']> => ({
  scopes: oauth?.scopes?.bot ?? [],
  events: settings?.event_subscriptions?.bot_events ?? [],
  commands: features?.slash_commands?.map(({ command }) => command) ?? [],
  shortcuts: features?.shortcuts?.map(({ callback_id: id }) => id) ?? [],
  unfurlDomains: features?.unfurl_domains ?? [],
});
