/** Addresses by which members find a channel, or a message in it: https://support.discord.com/hc/en-us/articles/206346498 */

const base = 'https://discord.com/channels';

/** `guild`: `null` for a conversation with the bot. */
export const permalinkOf = (guild: string | null, channel: string, message?: string): string =>
  [base, guild ?? '@me', channel, ...(message === undefined ? [] : [message])].join('/');
