/** What is said while the bot is set up on Discord: what one does, and what it asks for. */

export const discord = {
  /** What an option is called in the menu of a command: small letters without spaces, 32 at most. */
  option: {} as Readonly<Record<string, string>>,
  /** What the command is called within its group that the group is named after. */
  namesake: 'show',
  asks: 'What the bot asks for in a server, and why:',
  /** Its name in Discord's own settings, and what each right is for; without it, that does not work. */
  permission: {
    ViewChannel: { name: 'View Channels', use: 'knowing the channels, and being asked there' },
    SendMessages: { name: 'Send Messages', use: 'answers to mentions, and what is posted in a channel' },
    SendMessagesInThreads: {
      name: 'Send Messages in Threads',
      use: 'answers and posts in threads, and in the posts of forums',
    },
    CreatePublicThreads: {
      name: 'Create Public Threads',
      use: 'the details of a digest in a thread below it',
    },
    ReadMessageHistory: {
      name: 'Read Message History',
      use: 'collecting notes from a conversation, and never posting the same thing twice',
    },
    CreateEvents: { name: 'Create Events', use: 'showing what is coming up as events of the server' },
  },
  hears: 'What the bot hears of, and why:',
  /** What Discord tells it, by the name of the intent; only Message Content is to be switched on. */
  intent: {
    Guilds: 'which channels there are, and who sees them',
    GuildMessages:
      'mentions of the bot; that a message was edited or deleted, so that notes of its conversation follow',
    GuildMessageReactions: 'collecting notes by a reaction, where a community has chosen one',
    DirectMessages: 'questions in a conversation with the bot',
  },
  steps: {
    create: '1. https://discord.com/developers/applications → New Application.',
    token: '2. Bot → Reset Token: what it shows, once, is DISCORD_TOKEN.',
    intent:
      '3. Bot → Message Content Intent: on. Without it the bot works, but can not read a conversation to collect notes.',
    register: '4. npm run -s meetup -- setup discord --apply registers the commands.',
    invite: '5. Open the address below in a browser, and choose the server.',
    check: '6. npm run -s meetup -- doctor says whether all is well.',
  },
};
