/** What a module imports, read from its text. */

export interface Import {
  /** As it is written: `node:fs`, `hono/csrf`, `./read.ts`. */
  readonly name: string;
  /** Is it there for the compiler alone? */
  readonly isType: boolean;
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s([^;]*?)from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;

export const importsIn = (source: string): readonly Import[] =>
  [...source.matchAll(importing)].map(([, what = '', from, lazy, bare]) => ({
    name: from ?? lazy ?? bare ?? '',
    isType: what.startsWith('type '),
  }));
