/** What of a section is told: what the channel wants, as much as there is room for. */
import type { DigestReason, DigestSection } from '../port.ts';
import type { Candidate } from './content.ts';
import { isToTell } from './scene.ts';
import type { Offer, Rank, Scene } from './scene.ts';

/** How much of each section is told. */
export const caps: Readonly<Record<DigestSection, number>> = {
  events: 5,
  reports: 5,
  slides: 5,
  calls: 3,
  archive: 1,
};

/** As much of a section is kept of what is not told for one reason: enough to see why, and to read on. */
export const mostDropped = 20;

const ranks: readonly Rank[] = ['correction', 'usual', 'again'];

export interface Chosen {
  readonly candidates: readonly Candidate[];
  /** What there was no room for, and is not among the candidates either. */
  readonly beyond: number;
}

interface Judged {
  readonly offer: Offer;
  readonly reason: DigestReason;
}

interface Choosing extends Pick<Scene, 'fault'> {
  readonly cap: number;
  /** Does the channel want the section at all? */
  readonly isWanted: boolean;
}

export function choose(offers: readonly Offer[], { cap, isWanted, fault }: Choosing): Chosen {
  const judged = offers.map((offer): Judged => {
    const { reason, labels } = offer;
    return { offer, reason: (isToTell(reason) ? fault(labels) : null) ?? reason };
  });
  const open = judged.filter(({ reason }) => isToTell(reason));
  if (!isWanted) return few(open.map(({ offer }) => ({ offer, reason: 'section-off' })));
  const ranked = ranks.flatMap((rank) => open.filter(({ offer }) => offer.rank === rank));
  const left = new Set(ranked.slice(cap));
  return few(judged.map((each) => (left.has(each) ? { ...each, reason: 'cap' } : each)));
}

/** Of what is dropped, the first for each reason. */
function few(judged: readonly Judged[]): Chosen {
  const counts = new Map<DigestReason, number>();
  const seen = judged.filter(({ reason }) => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    return isToTell(reason) || count <= mostDropped;
  });
  return {
    candidates: seen.map(({ offer, reason }) => offer.tell(reason)),
    beyond: Math.max(0, (counts.get('cap') ?? 0) - mostDropped),
  };
}
