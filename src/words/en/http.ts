/** What is said of the way out to the web. */
export const http = {
  badAllow: (value: string) =>
    `MEETUP_FEED_ALLOW needs hosts with their ports such as calendar.internal:8080, separated by commas, not "${value}".`,
};
