/** What Slack publishes about sizes and counts, each with its page; where pages differ, the stricter number. */

/** Characters, and how many domains: https://docs.slack.dev/reference/app-manifest */
export const manifestLimits = {
  description: 140,
  longDescription: 4000,
  commandDescription: 2000,
  shortcutDescription: 150,
  unfurlDomains: 5,
} as const;
