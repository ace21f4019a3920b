/** A failure of Discord's → what is wrong, in words, and how to mend it. */
import { UserError } from '../../../src/error.ts';
import type { Facts } from '../../../src/error.ts';
import type { Problem } from '../../../src/view/check.ts';
import type { Words } from '../../../src/words/index.ts';

type Said = Words['doctor']['discord'];

const sayings: Readonly<Record<string, (said: Said, facts: Facts) => Problem>> = {
  'discord-token': ({ refused }) => ({ ...refused, isSetting: true }),
  'discord-limited': ({ limited }, { seconds }) => limited(Number(seconds)),
  'discord-answered': ({ answered }, { reason }) => answered(String(reason)),
  'discord-unreachable': ({ unreachable }, { reason }) => unreachable(String(reason)),
};

/** `error` is what the probe threw. Throws what is no failure of Discord's. */
export function problemOf(error: unknown, { doctor }: Words): Problem {
  const say = error instanceof UserError ? sayings[error.code] : undefined;
  if (say === undefined) throw error;
  return say(doctor.discord, (error as UserError).facts);
}
