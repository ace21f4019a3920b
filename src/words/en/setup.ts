/** What is said while the bot is set up on a platform: its manifest there, what to do with it, and what differs from a saved one. */
import { discord } from './setup-discord.ts';
import { plural } from './plural.ts';

export const setup = {
  secret: {
    'secret-twice': (name: string) => `${name} and ${name}_FILE are both set. Unset one of them.`,
    'secret-unreadable': (name: string, file: string, reason: string) =>
      `${name}_FILE names ${file}, which can not be read (${reason}). Put the secret there, readable by the user of the bot.`,
    'secret-empty': (name: string, file: string) =>
      `${name}_FILE names ${file}, and nothing is in it. Put the secret there.`,
  },
  unreadable:
    'The file is no manifest that can be read. Save what the page "App Manifest" of the app shows, as JSON or YAML.',
  noFile: (file: string, reason: string) => `${file} can not be read (${reason}).`,
  badUrl: (value: string) =>
    `--url needs an address such as https://meetup.example.org, not "${value}". Slack calls HTTPS alone.`,
  needsUrl:
    'With SLACK_SIGNING_SECRET and without SLACK_APP_TOKEN Slack calls the bot: say at which HTTPS address, with --url or PUBLIC_URL.',
  same: 'The saved manifest is as it should be.',
  differs: (count: number) => `${plural(count, 'thing')} in the saved manifest should be otherwise.`,
  difference: {
    missing: (path: string) => `missing: ${path}`,
    added: (path: string) => `added, not asked for: ${path}`,
    different: (path: string, saved: string, asked: string) =>
      `different: ${path} is ${saved}, should be ${asked}`,
  },
  noSuchFlag: (flag: string, platform: string) => `setup ${platform} has no ${flag}.`,
  /** What is to be done with one thing that a platform knows of the bot. */
  step: {
    create: (name: string) => `create: ${name}`,
    change: (name: string) => `change: ${name}`,
    delete: (name: string) => `delete: ${name}`,
    nothing: (name: string) => `as it should be: ${name}`,
  },
  nothing: 'Nothing to do.',
  dry: 'Nothing has been done yet: --apply does it.',
  done: 'Done.',
  invite: (url: string) => `Invite the bot: ${url}`,
  /** The bot in a line, and in some more. */
  description: 'Finds the talks of your meetup’s reports, and what is coming up',
  about:
    'Keeps the reports and events of a meetup community findable where its members talk. It understands reports talk by talk and answers a few words with the talk, its slides and the sentence that says so. Answers are private until they are shared.',
  asks: 'What the app asks for, and why:',
  shortcut: {
    search: { name: 'Search reports', about: 'Find a talk in the reports of the meetup' },
    collect: { name: 'Collect notes', about: 'Make a report of this conversation' },
  },
  slack: {
    words: 'words to search',
    /** What each right is for; without it, that does not work. */
    scope: {
      commands: 'the command /meetup and the shortcuts',
      'chat:write': 'answers, and what is shared in a channel',
      'files:read': 'keeping the files of a conversation beside its notes',
      'files:write': 'handing over files, such as a date for a calendar',
      'app_mentions:read': 'questions that mention it: @meetup buildkit',
      'im:history': 'questions in the conversation with it',
      'users:read':
        'answering in a person’s language and time zone, and knowing who is an organiser or a guest',
      'channels:read': 'telling public channels from private ones, and which channels it is in',
      'channels:history':
        'collecting notes from a conversation, following what is edited and deleted in it, and never posting the same thing twice',
      'reactions:read': 'collecting notes by a reaction, where a community has chosen one',
      'usergroups:read': 'notifying the one user group that an organiser named for a digest',
      'links:read': 'noticing links to the community’s reports',
      'links:write': 'showing a card below such a link',
    },
    steps: {
      create: '1. https://api.slack.com/apps → Create New App → From a manifest: paste it.',
      install: '2. Install App → Install. "Bot User OAuth Token" (xoxb-…) is SLACK_BOT_TOKEN.',
      socket:
        '3. Basic Information → App-Level Tokens → Generate, with the scope connections:write. The token (xapp-…) is SLACK_APP_TOKEN.',
      http: '3. Basic Information → App Credentials: "Signing Secret" is SLACK_SIGNING_SECRET.',
      check: '4. npm run -s meetup -- doctor says whether all is well.',
    },
  },
  discord,
};
