/** What is said in Discord alone: the first message. */

export const discord = {
  welcome: {
    ask: (bot: string) =>
      `Ask me where you talk: mention ${bot} with some words, in any channel that I can see. To those that I can not, add my role.`,
    once: 'You alone get this message, and once: you own the server that I was added to.',
  },
};
