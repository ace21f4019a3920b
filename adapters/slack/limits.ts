/** What Slack publishes about sizes and counts, each with its page; where pages differ, the stricter number. */

/** Characters, and how many domains: https://docs.slack.dev/reference/app-manifest */
export const manifestLimits = {
  description: 140,
  longDescription: 4000,
  commandDescription: 2000,
  shortcutDescription: 150,
  unfurlDomains: 5,
} as const;

/** Counts, and lengths in characters: https://docs.slack.dev/reference/block-kit/blocks and the pages of its elements. */
export const blockLimits = {
  inMessage: 50,
  inView: 100,
  header: 150,
  buttonsInBlock: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  url: 3000,
  listIndent: 8,
} as const;

/**
 * Of all blocks of a message together. It is published nowhere. What people measured fits a limit of 13,200 characters of
 * their JSON (https://github.com/slackapi/bolt-js/issues/2509): a divider takes some of it, and texts of 11,341 in many
 * small runs were refused (https://github.com/slackapi/bolt-js/issues/2867).
 */
export const messageSize = 12_000;

/** Characters of `text`: https://docs.slack.dev/reference/methods/chat.postMessage */
export const messageText = 4000;

/** Characters, of the title, and of a field its label and what stands in it: https://docs.slack.dev/reference/views and …/block-kit */
export const formLimits = { title: 24, label: 2000, value: 3000 } as const;

/** How many, and characters: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const optionLimits = { options: 100, label: 75 } as const;
