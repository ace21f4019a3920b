/** How much is taken from one calendar. Whoever writes it may be careless, or hostile. */

/** VEVENTs, changed occurrences included. */
export const MOST_EVENTS = 5_000;
/** Of one event, dates that are added to its rule, and as many that are taken from it. */
export const MOST_DATES = 1_000;
export const MOST_TAGS = 20;

/** Outside of these years is a slip of the pen, or a test of ours. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

/** Characters (UTF-16 units). */
export const LONGEST = {
  title: 300,
  text: 8_000,
  place: 300,
  address: 2_000,
  tag: 50,
  rule: 500,
  detail: 200,
} as const;

/** So many times a clock that a calendar defines itself is looked for among the known ones. */
export const MOST_CLOCKS = 100;

/** Milliseconds at a stretch; then whoever searches in the same thread has a turn. */
export const SLICE = 10;
