/** What there is to be done with a letter now, as far as its record says: pure functions. */
import type { Waiting } from './letter.ts';
import type { Timing } from './timing.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Nothing is put off for longer: a platform that wants more says so again. What is further away was written by a clock that went wrong. */
const longestPause = hour;

/** So much later than it was due, somebody who is no longer remembered may have posted it. */
const lateness = 5 * minute;

/** As long after a restore nothing is believed not to have been posted; and as old a backup may be. */
const mistrust = day;
const backupAge = 7 * day;

export interface Moment {
  readonly now: Date;
  /** Of this process. */
  readonly owner: string;
  readonly timing: Timing;
  /** Has the letter's platform been joined? */
  readonly isThere: boolean;
}

/** `late`, `unknown`: it is over, as `Settled` has it. */
export type Turn = 'wait' | 'try' | 'late' | 'unknown';

export function turnOf(letter: Waiting, moment: Moment): Turn {
  const { triedAt, isParked, edit } = letter;
  const over = isOver(letter, moment.now);
  if (isParked) return over ? 'unknown' : 'wait';
  if (over && triedAt === null) return 'late';
  if (readyAt(letter, moment) > moment.now.getTime()) return 'wait';
  // Whether something stands there that was tried in time can be looked for later, too.
  if (over && (!moment.isThere || edit !== undefined)) return 'unknown';
  return moment.isThere ? 'try' : 'wait';
}

export const isOver = ({ until }: Pick<Waiting, 'until'>, now: Date): boolean => until < now.toISOString();

/** What nobody else tries, and what can no longer arrive from the attempt before. Milliseconds since 1970. */
function readyAt({ claim, notBefore, tries }: Waiting, { now, owner, timing }: Moment): number {
  const rest = notBefore !== null && isPutOff(new Date(notBefore), now) ? Date.parse(notBefore) : 0;
  if (claim === null) return rest;
  const begun = Date.parse(claim.startedAt);
  return claim.owner === owner
    ? Math.max(rest, begun + pauseAfter(tries, timing))
    : Math.max(rest, begun + timing.settle, Date.parse(claim.leaseUntil));
}

/** Milliseconds until a letter is looked for again of which nobody knows whether it stands there: longer each time. */
const pauseAfter = (tries: number, { settle }: Timing): number =>
  Math.min(2 ** (tries - 1) * settle, longestPause);

/** Until when something waits that a platform has no time for now. */
export const putOffUntil = (after: Date, now: Date): Date =>
  new Date(Math.min(after.getTime(), now.getTime() + longestPause));

/** Does it still wait? */
export const isPutOff = (until: Date, now: Date): boolean => {
  const left = until.getTime() - now.getTime();
  return left > 0 && left <= longestPause;
};

/** From when on it is to be looked for before it is posted; `null`: it certainly does not stand there. */
export function lookSince(letter: Waiting, now: Date, restored: Date | null): Date | null {
  const { triedAt, due, isMissing } = letter;
  if (isMissing) return null;
  const isLate = due !== undefined && now.getTime() - Date.parse(due) > lateness;
  const isMistrusted = restored !== null && Math.abs(now.getTime() - restored.getTime()) < mistrust;
  const starts = [
    ...(triedAt === null ? [] : [Date.parse(triedAt)]),
    ...(isLate || (isMistrusted && due !== undefined) ? [Date.parse(due ?? '')] : []),
    ...(isMistrusted && due === undefined ? [restored.getTime() - backupAge] : []),
  ];
  return starts.length === 0 ? null : new Date(Math.min(...starts));
}

/**
 * Was it tried at a time that is still to come? Then the clock has been put back since, and how long ago that was, nobody
 * knows: it is as if it had been tried just now, and may stand there since yesterday. `null`: all is well.
 */
export function setRight(letter: Waiting, now: Date, { lease }: Timing): Waiting | null {
  const { claim } = letter;
  if (claim === null || Date.parse(claim.startedAt) <= now.getTime()) return null;
  const at = now.getTime();
  return {
    ...letter,
    triedAt: new Date(at - day).toISOString(),
    claim: { ...claim, startedAt: now.toISOString(), leaseUntil: new Date(at + lease).toISOString() },
  };
}
