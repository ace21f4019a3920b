/** Ids that say when they were made. https://docs.discord.com/developers/reference#snowflakes */

const epoch = 1_420_070_400_000n;

/** Milliseconds since 1970. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + epoch);

/** Never twice the same, never backwards. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(Math.floor(now())) - epoch) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** The id that the `index`th thing of a guild has in every run: older than anything that is made later. */
export const fixedId = (index: number): string => String(900_000_000_000_000_000n + BigInt(index));

export const compareIds = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : Number(a !== b));
