/** What Discord publishes about sizes and counts, each with its page; where pages differ, the stricter number. */

/** Components of a message, those in others counted too: https://discord.com/developers/docs/components/reference */
export const componentLimits = {
  inMessage: 40,
  inRow: 5,
  rows: 5,
  customId: 100,
  buttonLabel: 80,
} as const;

/** A form: its fields, and the characters of its title, of what stands above a field and of what stands in it. https://discord.com/developers/docs/components/reference#text-input */
export const modalLimits = { fields: 5, title: 45, label: 45, value: 4000 } as const;

/** Files of a message, and bytes of each: fewer than Discord takes, so that there is room for words beside them, and for all in one request. https://docs.discord.com/developers/reference#uploading-files */
export const fileLimits = { inMessage: 5, bytes: 2 * 1024 * 1024 } as const;

/** Characters of a scheduled event, and how many of them a server has at once: https://docs.discord.com/developers/resources/guild-scheduled-event */
export const eventLimits = { name: 100, description: 1000, location: 100, inGuild: 100 } as const;

/** Characters over all text displays of a message: https://discord.com/developers/docs/components/reference#text-display */
export const messageText = 4000;

/** Characters of what a thread is called: https://docs.discord.com/developers/resources/channel#start-thread-from-message */
export const threadName = 100;

/** Characters of an address. That of an embed: https://discord.com/developers/docs/resources/message#embed-object */
export const linkUrl = 2048;

/** How deep lists stand in one another; Discord shows no more than eleven levels. */
export const listLevels = 10;

/** People, and roles, that one message may notify: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export const mentionLimits = { people: 100, roles: 100 } as const;

/** How many are offered while one types, and the characters of what each is called: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const choiceLimits = { choices: 25, name: 100 } as const;
