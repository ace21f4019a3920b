/** Letters of which only a person can know whether they stand there. */
import type { Records } from '../port.ts';
import { kind, untried, waitingOf } from './letter.ts';
import type { Letter, Waiting } from './letter.ts';

/** `again`: it is not there, and is posted without a look. `there`: it is, and nothing more is done. */
export type Answer = 'again' | 'there';

/** What becomes of the letter; `null`: it goes. */
const next: Readonly<Record<Answer, (letter: Waiting) => Waiting | null>> = {
  again: (letter) => ({ ...letter, ...untried, isMissing: true }),
  there: () => null,
};

/** Resolves to the letter; `null`: nobody waits for that answer any more. */
export async function answerParked(records: Records, key: string, answer: Answer): Promise<Letter | null> {
  const record = await records.get(kind, key);
  if (record === null) return null;
  const letter = waitingOf(record);
  if (!letter.isParked) return null;
  const version = await records.put({ kind, key, version: record.version, value: next[answer](letter) });
  return version === null ? null : letter;
}
