/** What the pages of digests say. */

export const digest = {
  none: 'No digest has been kept yet.',
  feed: 'Digests (Atom)',
  of: (name: string) => `Digests: ${name}`,
};
