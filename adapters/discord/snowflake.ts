/** Discord's ids, which say when they were made: https://docs.discord.com/developers/reference#snowflakes */

const epoch = 1_420_070_400_000n;

/** The least id of that time. */
export const idAt = (time: Date): string => {
  const passed = BigInt(time.getTime()) - epoch;
  return String((passed > 0n ? passed : 0n) << 22n);
};

export const timeOf = (id: string): Date => new Date(Number((BigInt(id) >> 22n) + epoch));

/** Ids are longer than the numbers of a machine are exact. */
export const isLater = (id: string, than: string): boolean => BigInt(id) > BigInt(than);
