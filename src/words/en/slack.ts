/** What is said on surfaces that only Slack has: its modals, the Home tab, the shortcuts, the first message. */

export const slack = {
  /** Titles and buttons of modals: 24 characters. */
  modal: { title: 'Meetup reports', close: 'Close' },
  search: {
    choose: 'Narrow down, or choose while you type',
    chooseHint: 'A speaker, a series, a tag, a title',
    empty: 'Type some words, or choose something below.',
  },
  home: {
    search: 'Search all reports',
    hint: 'Words, then Enter',
  },
  /** A file is in no message for one person alone: it goes to their direct messages. */
  file: {
    first: 'Files that belong to my answers come here.',
    sent: (names: string) => `In your direct messages with me: ${names}`,
    lost: (names: string) =>
      `${names} could not be sent to you. Try once more; if it fails again, tell an organiser.`,
  },
  welcome: {
    invite: (bot: string) => `Invite me to where people are to ask me: /invite ${bot}`,
    once: 'You alone get this message, and once: you are the first organiser whom I have met.',
  },
};
