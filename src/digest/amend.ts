/** What a digest says when an event that it tells of has changed since. */
import type { Seen } from '../event/change.ts';
import type { Step } from '../event/plan.ts';
import type { Candidate, Content, ToldEvent } from './content.ts';

/** Events that are otherwise than they were told, by their ids. */
export type Changed = ReadonlyMap<string, Seen>;

/** Of what was planned as much as makes a digest wrong: called off or not after all, or at another time or place. */
export function changedBy(steps: readonly Step[]): Changed {
  return new Map(
    steps.flatMap((step) => {
      if (step.step === 'withdraw')
        return [[step.before.id, { ...step.before.seen, status: 'cancelled' }] as const];
      if (step.step !== 'update' || !step.changes.some(({ kind }) => grave.has(kind))) return [];
      return [[step.event.id, step.event.seen] as const];
    }),
  );
}

const grave: ReadonlySet<string> = new Set(['cancelled', 'revived', 'moved', 'relocated']);

/** `null`: what it says still holds. */
export function amended(content: Content, changed: Changed): Content | null {
  const candidates = content.candidates.map((candidate) => amendedOne(candidate, changed));
  return candidates.some((candidate, at) => candidate !== content.candidates[at])
    ? { ...content, candidates }
    : null;
}

function amendedOne(candidate: Candidate, changed: Changed): Candidate {
  if (candidate.kind !== 'events' && candidate.kind !== 'calls') return candidate;
  const seen = changed.get(candidate.event.id);
  if (seen === undefined) return candidate;
  const event: ToldEvent = { ...candidate.event, ...told(seen) };
  const { start, status } = candidate.event;
  // Of what was not told yet, the next digest says it as it is.
  const right = candidate.kept ? { toldAs: candidate.toldAs ?? { start, status } } : {};
  if (candidate.kind === 'calls')
    return event.status === 'cancelled'
      ? { ...candidate, ...right, event, kept: false, reason: 'was-cancelled' }
      : { ...candidate, ...right, event };
  const movedFrom = event.start === start ? candidate.movedFrom : start;
  const reason = event.status === 'cancelled' ? 'cancelled' : movedFrom === null ? 'coming' : 'moved';
  return { ...candidate, ...right, event, movedFrom, reason: candidate.kept ? reason : candidate.reason };
}

/** Where exactly it is stands on its page. */
function told({ address: _address, ...seen }: Seen): Omit<ToldEvent, 'id' | 'inferred'> {
  return seen;
}
