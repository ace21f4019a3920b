/** What a channel was told before. */
import type { DigestSection } from '../port.ts';
import type { Candidate, Content, ToldEvent } from './content.ts';

export interface Told {
  /** Was it told of anything? */
  readonly isAny: boolean;
  /** An event as it was told last; `null`: it was not. */
  readonly event: (id: string) => ToldEvent | null;
  /** Was that said in one of the last so many digests? Where no number is said, in any of them. */
  readonly has: (what: What, id: string, last?: number) => boolean;
}

/** What one can be told of the same thing. */
type What = Exclude<DigestSection, 'calls'> | 'speakers' | 'report';

const whatOf = (candidate: Candidate): What =>
  candidate.kind === 'calls' ? candidate.wanted : candidate.kind;

export function toldIn(before: readonly Content[]): Told {
  const kept = before.map(({ candidates }) => candidates.filter(({ kept: isSaid }) => isSaid));
  const events = new Map(before.flatMap(({ candidates }) => candidates.flatMap(eventIn)));
  // In the order of the digests, so that of several the last counts.
  const last = new Map(
    kept.flatMap((all, at) => all.map((each) => [`${whatOf(each)} ${each.id}`, at] as const)),
  );
  return {
    isAny: kept.some(({ length }) => length > 0),
    event: (id) => events.get(id) ?? null,
    has: (what, id, of = before.length) =>
      (last.get(`${what} ${id}`) ?? -1) >= Math.max(0, before.length - of),
  };
}

/** Who was asked to speak at an event was told of it. */
function eventIn(candidate: Candidate): readonly (readonly [string, ToldEvent])[] {
  const isOfEvent =
    candidate.kind === 'events' || (candidate.kind === 'calls' && candidate.wanted === 'speakers');
  if (!isOfEvent || !(candidate.kept || candidate.toldAs)) return [];
  return [[candidate.event.id, { ...candidate.event, ...candidate.toldAs }]];
}
