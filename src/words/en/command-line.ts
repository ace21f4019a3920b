/** What the command line says of itself: `--help`, and what is wrong with what was typed. */
export const commandLine = {
  about: 'Keeps the reports and events of a meetup community findable.',
  /** Above the parts of help. */
  title: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    verbs: 'Verbs:',
    example: 'Example:',
    examples: 'Examples:',
  },
  help: 'what there is, and what each takes',
  common: {
    content: 'the folder of Markdown files (MEETUP_CONTENT)',
    json: 'the answer for machines',
    locale: 'the language of answers',
  },
  as: 'the message that would be sent there, as JSON; all: one beside the other',
  verb: {
    start: {
      about: 'the bot that stays: pages and chat in the browser (this is what no verb means)',
      flags: {},
    },
    ask: {
      about: 'one answer; without TEXT a conversation, or one answer for each line of a pipe',
      flags: {},
    },
    explain: { about: 'why a search finds what it finds, in this order', flags: {} },
    parse: { about: 'what the bot understands of one report', flags: {} },
    check: {
      about: 'everything in a folder that was not understood; exit 1 if there is something',
      flags: {},
    },
    index: { about: 'take in what changed', flags: {} },
    events: {
      about: 'what is coming up within 90 days, one a line',
      flags: { '--at': 'as if it were then: 2027-03-10, or 2027-03-10T19:00:00+09:00' },
    },
    import: {
      about: 'what is announced and not known yet, a step a line; the bot that stays does it by itself',
      flags: { '--apply': 'take it over, and tell the channels that asked to be told' },
    },
    digest: {
      about: 'what the next digest of each channel would say, and why; nothing is posted',
      flags: {
        '--channel': 'of this channel alone: general',
        '--at': 'as if it were then: 2027-03-10, or 2027-03-10T19:00:00+09:00',
      },
    },
    replay: {
      about: 'the digests of a time that is over, one a line, as far as the folder tells what was known when',
      flags: {
        '--from': 'a date, or an instant: 2027-01-01',
        '--to': 'the same, a date with all of its day; without it, now',
        '--channel': 'of this channel alone: general',
      },
    },
    collect: {
      about: 'a conversation that was exported, as the Markdown file that a note of it is',
      flags: {
        '--slack-json':
          'messages as Slack gave them: a response of conversations.replies, a day of an export, or the folder of a channel in it',
        '--users':
          'Slack: who is who, a response of users.list or users.json of an export (beside the folder of a channel it is found)',
        '--discord-json': 'messages as Discord or DiscordChatExporter gave them',
        '--write': 'put it into the folder; without it, only print it',
      },
    },
    backup: { about: 'what the bot remembers, in one new file; a bot may be running meanwhile', flags: {} },
    restore: {
      about: 'the bot remembers what a backup says; what it remembered until then is kept beside it',
      flags: {},
    },
    setup: {
      about: 'what is to be done so that the bot can join: the manifest for Slack, the commands for Discord',
      flags: {
        '--apply': 'Discord: register the commands, and do not only say which',
        '--compare': 'Slack: what differs in a manifest that was saved there; exit 1 if something does',
        '--url': 'Slack: it calls the bot there (HTTP mode), not the bot it',
      },
    },
    doctor: {
      about: 'what is wrong with folders, settings, tokens and permissions, and how to mend it',
      flags: {},
    },
  },
  /** What to type, and what becomes of it. */
  examples: {
    'npm start': 'open http://127.0.0.1:3000/ and talk to the bot',
    'npm run -s meetup -- ask': 'talk to it here',
    'npm run -s meetup -- ask buildkit': 'one answer',
    'npm run -s meetup -- digest': 'what the next digest would say, and why',
    'npm run -s meetup -- backup FILE': 'a copy of what the bot remembers',
    'npm run -s meetup -- setup slack': 'how to connect Slack',
    'npm run -s meetup -- setup discord': 'how to connect Discord',
    'npm run -s meetup -- doctor': 'what is wrong, and how to mend it',
    'npm run -s meetup -- ask --help': 'what a verb takes',
  },
  surroundings: `Environment: MEETUP_CONTENT (folder of Markdown files), MEETUP_DATA (index, ./data), LOG_LEVEL (warn),
  PORT (3000), HOST (127.0.0.1), PUBLIC_URL (the address that people type, if it is another one),
  SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), DISCORD_TOKEN, each also as NAME_FILE, the path of a file.
Exit codes: 0 fine, 1 something is wrong, 2 wrong usage, 70 a bug, 78 settings.`,
  wrong: {
    noVerb: (verb: string) => `There is no verb “${verb}”.`,
    noOption: (option: string) => `There is no option ${option} here.`,
    missing: (argument: string) => `Behind the verb ${argument.toUpperCase()} is missing.`,
    bare: (option: string) => `${option} needs something behind it.`,
    noChoice: (value: string, choices: string) => `“${value}” is not one of: ${choices}.`,
    tooMuch: 'There are more words than the verb takes.',
  },
  near: (word: string) => `Did you mean ${word}?`,
  seeHelp: '--help says what there is.',
  /** What a verb does, as a sentence of its own. */
  sentence: (about: string) => `${about.slice(0, 1).toUpperCase()}${about.slice(1)}.`,
  /** Two sentences, one behind the other. */
  both: (what: string, then: string) => `${what} ${then}`,
};
