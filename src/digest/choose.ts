/** What of a section is told: what the channel wants, as much as there is room for. */
import type { DigestReason, DigestSection } from '../port.ts';
import type { Candidate } from './content.ts';
import type { Option, Scene } from './scene.ts';

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

export interface Chosen {
  readonly candidates: readonly Candidate[];
  /** What there was no room for, and is not among the candidates either. */
  readonly beyond: number;
}

export function choose(
  options: readonly Option[],
  { cap, isWanted, fault }: { readonly cap: number; readonly isWanted: boolean } & Pick<Scene, 'fault'>,
): Chosen {
  const judged = options.map((option) => dropped(option, fault(option.labels)));
  if (!isWanted) {
    const off = judged
      .filter(({ candidate }) => candidate.kept)
      .map((option) => dropped(option, 'section-off'));
    return few(off);
  }
  const first = judged
    .filter(({ candidate }) => candidate.kept)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, cap);
  const told = new Set(first);
  return few(judged.map((option) => (told.has(option) ? option : dropped(option, 'cap'))));
}

/** What is dropped already keeps its reason. */
function dropped(option: Option, reason: DigestReason | null): Option {
  if (reason === null || !option.candidate.kept) return option;
  return { ...option, candidate: { ...option.candidate, kept: false, reason } };
}

function few(options: readonly Option[]): Chosen {
  const all = Map.groupBy(options, ({ candidate }) => candidate.reason);
  const left = new Set(
    [...all.values()].flatMap((same) => same.filter(({ candidate }) => !candidate.kept).slice(mostDropped)),
  );
  return {
    candidates: options.filter((option) => !left.has(option)).map(({ candidate }) => candidate),
    beyond: [...left].filter(({ candidate }) => candidate.reason === 'cap').length,
  };
}
