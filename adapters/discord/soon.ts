/** What somebody waits for whose interaction is good for three seconds: it comes at once, or something else comes. */
import type { Workspace } from './workspace.ts';

/** `otherwise`, where it takes longer. Rejects where it does. */
export async function soon<T>(
  wanted: Promise<T>,
  otherwise: T,
  { timing }: Pick<Workspace, 'timing'>,
): Promise<T> {
  const waiting = new AbortController();
  const late = timing.sleep(timing.suggest, waiting.signal).then(() => otherwise);
  try {
    return await Promise.race([wanted, late]);
  } finally {
    waiting.abort();
  }
}
