/** The engines that are compared, this project's first. */
import type { EngineKind } from './engine.ts';
import { flexSearch } from './flexsearch.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { own } from './own.ts';
import { trigram } from './trigram.ts';

export const engines: readonly EngineKind[] = [own, miniSearch, flexSearch, orama, trigram];

/** Throws for a name that none has. */
export function engineCalled(name: string | undefined): EngineKind {
  const engine = engines.find((each) => each.name === name);
  if (engine === undefined) throw new Error(`there is no engine called ${name}`);
  return engine;
}
