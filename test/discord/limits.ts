/** What Discord publishes about sizes, counts and times beyond its specification. Written without a look at the adapter. */

/** https://docs.discord.com/developers/resources/message */
export const messageLimits = {
  content: 2000,
  embedsText: 6000,
  rows: 5,
  buttonsOfRow: 5,
  /** https://docs.discord.com/developers/components/reference#what-are-components */
  components: 40,
  componentsText: 4000,
  nonce: 25,
  /** Milliseconds that a nonce is remembered: "a few minutes". */
  nonceLife: 3 * 60_000,
  /** Bytes. https://docs.discord.com/developers/reference#uploading-files */
  file: 10 * 1024 * 1024,
  request: 25 * 1024 * 1024,
} as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
export const interactionLimits = {
  deadline: 3000,
  tokenLife: 15 * 60_000,
  choices: 25,
  /** Of a string. */
  choiceValue: 100,
  modalInputs: 5,
} as const;

/** https://docs.discord.com/developers/interactions/application-commands */
export const commandLimits = {
  byType: { 1: 100, 2: 15, 3: 15, 4: 1 } as Readonly<Record<number, number>>,
  characters: 8000,
  createsPerDay: 200,
} as const;

/** https://docs.discord.com/developers/events/gateway */
export const gatewayLimits = { sends: 120, window: 60_000, identifies: 1000 } as const;

/** https://docs.discord.com/developers/topics/rate-limits */
export const callLimits = { invalid: 10_000, window: 10 * 60_000 } as const;

/** https://docs.discord.com/developers/resources/guild-scheduled-event */
export const eventLimits = { perGuild: 100 } as const;

export const day = 24 * 60 * 60_000;
