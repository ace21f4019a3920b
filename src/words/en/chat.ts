/** What every chat on a platform says beside the answers. */

export const chat = {
  working: 'One moment …',
  workingOn: (done: number, of: number) => `One moment … ${done} of ${of}`,
  unsure: 'It is not certain whether everyone can see it. Look at the channel before you share it again.',
  /** The form to search with. Its title is a modal’s: 24 characters. */
  search: {
    title: 'Search reports',
    submit: 'Search',
    words: 'What to look for',
  },
  /** The first message, to whoever brought the bot. */
  welcome: {
    hello: 'Hello! I am here. Three things to do first:',
    reports: (command: string) =>
      `Give me your reports: a folder of Markdown files, in MEETUP_CONTENT. ${command} says what I have understood of it.`,
    search: (command: string) => `Search for something, and share what you find: ${command}`,
  },
};
