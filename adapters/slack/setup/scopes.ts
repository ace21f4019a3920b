/** What the app asks of a workspace, and nothing beyond: events it wants to hear of, and scopes it needs for them and for its calls. */
import type { webApi } from '@slack/bolt';
import type { Words } from '../../../src/words/index.ts';

/** A right of the bot's token. Why it is asked for stands in the words: nothing is asked for without a reason. */
export type Scope = keyof Words['setup']['slack']['scope'];

interface ScopeNeed {
  readonly scope: Scope;
  /** Needed only where there are pages whose links it unfurls. */
  readonly unfurl?: true;
}

/**
 * Private channels are left out (`groups:*`): what is said there is read only in its own channel. Direct messages need no
 * `im:write`, since chat.postMessage takes a person's id.
 */
const scopes: readonly ScopeNeed[] = [
  { scope: 'commands' },
  { scope: 'chat:write' },
  { scope: 'files:read' },
  { scope: 'files:write' },
  { scope: 'app_mentions:read' },
  { scope: 'im:history' },
  { scope: 'users:read' },
  { scope: 'channels:read' },
  { scope: 'channels:history' },
  { scope: 'reactions:read' },
  { scope: 'usergroups:read' },
  { scope: 'links:read', unfurl: true },
  { scope: 'links:write', unfurl: true },
];

type Manifest = webApi.AppsManifestCreateArguments['manifest'];
type Subscriptions = NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>;
type SlackEvent = NonNullable<Subscriptions['bot_events']>[number];

interface EventNeed {
  readonly event: SlackEvent;
  /** The scope without which Slack does not send it: https://docs.slack.dev/reference/events */
  readonly scope?: Scope;
  readonly unfurl?: true;
}

const events: readonly EventNeed[] = [
  // `@bot question` in a channel or a thread.
  { event: 'app_mention', scope: 'app_mentions:read' },
  // The same in the conversation with the bot, where nobody mentions it.
  { event: 'message.im', scope: 'im:history' },
  // Someone looks at the App Home: it is drawn anew.
  { event: 'app_home_opened' },
  // What is edited or deleted in a conversation that was kept; all else that is said there is not looked at.
  { event: 'message.channels', scope: 'channels:history' },
  // The reaction by which a community collects notes.
  { event: 'reaction_added', scope: 'reactions:read' },
  { event: 'link_shared', scope: 'links:read', unfurl: true },
  // The bot was let into a channel: a digest that could not be posted there goes on.
  { event: 'member_joined_channel', scope: 'channels:read' },
  // The bot was sent away: it ends with a sentence instead of failing at every call.
  { event: 'app_uninstalled' },
  { event: 'tokens_revoked' },
];

const needed = <Need extends { readonly unfurl?: true }>(
  all: readonly Need[],
  unfurls: boolean,
): readonly Need[] => all.filter(({ unfurl }) => unfurls || unfurl === undefined);

/** Scopes of the bot's token. `unfurls`: are there pages whose links it knows? */
export const scopesFor = (unfurls: boolean): Scope[] => needed(scopes, unfurls).map(({ scope }) => scope);

/** Events to subscribe to, each with the scope that it needs. */
export const eventsFor = (unfurls: boolean): readonly EventNeed[] => needed(events, unfurls);
