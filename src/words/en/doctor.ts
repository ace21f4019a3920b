/** What `doctor` finds, and for what is wrong the way to mend it. */
import { discord } from './doctor-discord.ts';
import { plural } from './plural.ts';
import { trouble } from './trouble.ts';

/** Where on the pages of the app each token is. */
const places: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: 'Install App → Bot User OAuth Token (xoxb-…)',
  SLACK_APP_TOKEN: 'Basic Information → App-Level Tokens, with the scope connections:write (xapp-…)',
};

const tokenFix = (name: string): string =>
  `https://api.slack.com/apps → the app → ${places[name] ?? ''}: copy it anew to ${name} or ${name}_FILE.`;

export const doctor = {
  node: (version: string) => `Node.js ${version}`,
  content: (folder: string) => `The folder of content can be read: ${folder}`,
  data: (folder: string) => `The data folder can be written: ${folder}`,
  address: 'The address of the pages is understood.',
  settings: 'community.md: every setting is understood.',
  /** What the bot would not start with. */
  unmet: {
    'no-folder': (facts: Facts) => ({
      message: `There is no folder ${facts['folder']} that can be read.`,
      fix: 'Name one with --content, or set MEETUP_CONTENT.',
    }),
    'data-folder': (facts: Facts) => ({
      message: `The folder ${facts['folder']} can not be written.`,
      fix: 'Make room or give rights there, or name another folder with MEETUP_DATA.',
    }),
    'bad-port': (facts: Facts) => ({
      message: `PORT is "${facts['value']}", which is no port.`,
      fix: 'Set a number up to 65535.',
    }),
    'bad-public-url': (facts: Facts) => ({
      message: `PUBLIC_URL is "${facts['value']}", which is no web address.`,
      fix: 'Set an address such as https://meetup.example.org.',
    }),
  },
  setting: (line: number, problem: string) => ({
    message: `community.md, line ${line}: ${problem}`,
    fix: 'Correct it; until then the usual value counts.',
  }),
  badSecret: (name: string, sentence: string) => ({
    message: sentence,
    fix: `Set either ${name} or ${name}_FILE, the path of a file that can be read and has the secret in it.`,
  }),
  noChat: {
    message:
      'No chat is connected: neither SLACK_BOT_TOKEN nor DISCORD_TOKEN is set. The bot answers in the browser alone.',
    fix: 'npm run -s meetup -- setup slack, or setup discord, says how to connect one.',
  },
  slack: {
    ...trouble({
      platform: 'Slack',
      status: 'https://slack-status.com',
      variable: 'SLACK_API_URL',
      usual: 'https://slack.com/api/',
      shape: 'that ends in /api/',
    }),
    token: (name: string) => `${name} is set and looks right.`,
    noToken: (name: string) => ({ message: `${name} is not set.`, fix: tokenFix(name) }),
    notToken: (name: string, prefix: string) => ({
      message: `${name} is no such token: it does not begin with ${prefix}, or has other characters than a token has.`,
      fix: tokenFix(name),
    }),
    auth: (bot: string, team: string, id: string) => `The token is accepted: ${bot} in ${team} (${id})`,
    scope: (scope: string, use: string) => `${scope}: ${use}`,
    noScope: (scope: string, use: string) => ({
      message: `The scope ${scope} is not granted. Without it this does not work: ${use}`,
      fix: 'Take over the manifest of "setup slack" on the page App Manifest of the app, then Install App → Reinstall.',
    }),
    channels: (count: number, names: string, left: number) =>
      `It is in ${plural(count, 'public channel')}: ${names}${left > 0 ? ` and ${left} more` : ''}`,
    noChannels:
      'It is in no public channel yet. /meetup works everywhere; for mentions, invite it: /invite @meetup',
    socket: 'SLACK_APP_TOKEN is accepted: a socket can be opened.',
    signing: 'SLACK_SIGNING_SECRET is set: Slack calls the bot (HTTP mode).',
    noEntrance: {
      message:
        'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set: nothing that people do gets to the bot.',
      fix: tokenFix('SLACK_APP_TOKEN'),
    },
    socketOff: {
      message: 'Socket Mode is switched off for the app: nothing that people do gets to the bot.',
      fix: 'https://api.slack.com/apps → the app → Socket Mode → Enable Socket Mode, and start the bot again.',
    },
    otherWorkspace: (team: string) => ({
      message: `SLACK_BOT_TOKEN is of the workspace ${team}, which community.md does not list: its members would see another community's reports.`,
      fix: 'Set the token of the right workspace, or list this one in workspaces.',
    }),
    badPort: (value: string) => ({
      message: `SLACK_PORT is "${value}", which is no port.`,
      fix: 'Set a number up to 65535.',
    }),
    portTaken: (port: string) => ({
      message: `Another program uses port ${port}, where Slack is to call the bot.`,
      fix: 'Stop it, or choose another with SLACK_PORT.',
    }),
    /** What Slack said to a token. */
    refused: (name: string, reason: string) => ({
      message: `Slack does not accept ${name}: ${reason}`,
      fix: tokenFix(name),
    }),
    reason: {
      invalid_auth: 'it is not valid (invalid_auth).',
      not_authed: 'it does not get to Slack (not_authed).',
      team_disabled: 'the workspace is gone (team_disabled).',
      account_inactive:
        'the app was removed from the workspace, or the workspace is gone (account_inactive).',
      token_revoked: 'it was revoked (token_revoked).',
      token_expired: 'it has expired (token_expired).',
      not_allowed_token_type: 'it is a token of another kind (not_allowed_token_type).',
      missing_scope: 'it lacks a scope (missing_scope).',
    } as Readonly<Record<string, string>>,
  },
  discord,
};

type Facts = Readonly<Record<string, string | number>>;
