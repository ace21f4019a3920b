/** How long things take. */

/** Milliseconds until `task` is done. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** The smallest of `times` that so large a share of them does not exceed; 0 of none. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (times: readonly number[]): number => quantile(times, 0.5);
