/** Bits of a message that say how it is shown. https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  /** The app is thinking: there is nothing to read yet. */
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  hasSnapshot: 1 << 14,
  componentsV2: 1 << 15,
} as const;

export const has = (flags: number | null | undefined, bit: number): boolean => ((flags ?? 0) & bit) !== 0;
