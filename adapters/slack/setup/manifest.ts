/** The app manifest: the list of commands, and all else that Slack has to know of the app, as one pastes it when creating one. */
import type { webApi } from '@slack/bolt';
import { typedName } from '../../../src/command/next.ts';
import type { AppRequest, Description, Locale } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import type { Words } from '../../../src/words/index.ts';
import { unfurlDomains } from './domains.ts';
import { manifestLimits as limits } from '../limits.ts';
import { eventsFor, scopesFor } from './scopes.ts';

/** https://docs.slack.dev/reference/app-manifest */
export type Manifest = webApi.AppsManifestCreateArguments['manifest'];

/** What the slash command and the bot are called, and the app is until a community calls it otherwise. */
const name = 'meetup';

export const commandName = `/${name}`;

/** Where Slack calls the bot in HTTP mode, below its address. */
const requestPath = '/slack/events';

/** With `url` the app is called there (HTTP mode); without, it connects by itself (Socket Mode) and needs no address. */
export function createManifest(request: AppRequest): Manifest {
  const domains = unfurlDomains(request.pages);
  const unfurls = domains.length > 0;
  return {
    display_information: {
      name,
      description: inBoth(request, aboutApp, { gap: ' / ', limit: limits.description }),
      long_description: inBoth(request, longAbout, { gap: '\n\n', limit: limits.longDescription }),
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: name, always_online: false },
      shortcuts: shortcutsOf(request),
      slash_commands: [slashCommand(request)],
      ...(unfurls ? { unfurl_domains: domains } : {}),
    },
    oauth_config: { scopes: { bot: scopesFor(unfurls) } },
    settings: settingsOf(request, unfurls),
  };
}

function settingsOf({ url }: AppRequest, unfurls: boolean): NonNullable<Manifest['settings']> {
  const address = url === null ? null : `${url}${requestPath}`;
  return {
    event_subscriptions: {
      ...(address === null ? {} : { request_url: address }),
      bot_events: eventsFor(unfurls).map(({ event }) => event),
    },
    interactivity: {
      is_enabled: true,
      ...(address === null ? {} : { request_url: address, message_menu_options_url: address }),
    },
    org_deploy_enabled: false,
    socket_mode_enabled: address === null,
    token_rotation_enabled: false,
  };
}

/** One command, of which all others are words: the hint shows them beside it while one types. */
function slashCommand(request: AppRequest): NonNullable<SlashCommands>[number] {
  const typed = request.commands.filter(({ listed }) => listed).map(typedName);
  return {
    command: commandName,
    ...(request.url === null ? {} : { url: `${request.url}${requestPath}` }),
    description: inBoth(request, aboutApp, { gap: ' / ', limit: limits.commandDescription }),
    usage_hint: [`[${words[request.locale].setup.slack.words}]`, ...typed].join(' | '),
    should_escape: true,
  };
}

type SlashCommands = NonNullable<Manifest['features']>['slash_commands'];
type Shortcuts = NonNullable<NonNullable<Manifest['features']>['shortcuts']>;

/** What stands in the menus of Slack; the key is the callback_id. A slash command can not be used in a thread, these can. */
const shortcuts = { search: 'global', collect: 'message' } as const;

const shortcutsOf = (request: AppRequest): Shortcuts =>
  (Object.keys(shortcuts) as (keyof typeof shortcuts)[]).map((id) => ({
    name: words[request.locale].setup.shortcut[id].name,
    type: shortcuts[id],
    callback_id: id,
    description: inBoth(request, ({ setup }) => setup.shortcut[id].about, {
      gap: ' / ',
      limit: limits.shortcutDescription,
    }),
  }));

const aboutApp = ({ setup }: Words): string => setup.description;

/** What the bot does, and a line for each command; `digest on` and the like are said by the help of `digest`. */
const longAbout = ({ setup }: Words, locale: Locale, { commands }: AppRequest): string => {
  const lines = commands
    .filter(({ listed, name: called }) => listed && !called.includes('-'))
    .map((command) => commandLine(typedName(command), command.describe(locale)));
  return [setup.about, ...lines].join('\n');
};

const commandLine = (command: string, { summary }: Description): string =>
  `• /${name} ${command} – ${summary}`;

/** The sentence in the language of the request, and in the others as far as they fit: Slack has one text for everybody. */
function inBoth(
  request: AppRequest,
  say: (said: Words, locale: Locale, request: AppRequest) => string,
  { gap, limit }: { readonly gap: string; readonly limit: number },
): string {
  const [first = '', ...others] = languagesFrom(request.locale).map((locale) =>
    say(words[locale], locale, request),
  );
  return others.reduce((text, other) => {
    const longer = `${text}${gap}${other}`;
    return longer.length <= limit ? longer : text;
  }, first);
}

const languagesFrom = (locale: Locale): Locale[] => [
  locale,
  ...(Object.keys(words) as Locale[]).filter((other) => other !== locale),
];
