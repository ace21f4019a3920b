/** How long what is read may be kept. */

/** Seconds that a page may be shown without asking again: what people write is found within two seconds where they ask. */
const freshness = 'public, max-age=60';

export const cached = { 'Cache-Control': freshness, Vary: 'Accept-Language' };
