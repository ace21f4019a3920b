/** What is said in Discord alone: the first message, and why its calendar does not take an event. */

export const discord = {
  welcome: {
    ask: (bot: string) =>
      `Ask me where you talk: mention ${bot} with some words, in any channel that I can see. To those that I can not, add my role.`,
    once: 'You alone get this message, and once: you own the server that I was added to.',
  },
  /** What is said before everyone to who asked there for what nobody else is to see, and takes no messages. */
  shut: {
    collect: (slash: string, menu: string) =>
      `Only you are to see that, and I can not write to you alone. Use ${slash} here, or ${menu} in the menu of a message.`,
    other: (slash: string) => `Only you are to see that, and I can not write to you alone. Use ${slash}.`,
  },
  /** Its own calendar of events. */
  calendar: {
    /** Why an event does not stand there as it should. */
    refused: {
      forbidden: 'I do not have the right Create Events in this server.',
      full: 'A server has a hundred coming events at most.',
      begun: 'It has begun: Discord lets nobody change it any more.',
      past: 'It lies in the past: Discord takes only what is to come.',
    },
  },
};
