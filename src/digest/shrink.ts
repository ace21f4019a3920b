/** A digest that is too much for one message: what matters least is left out, one thing after the other. */
import type { DigestSection } from '../port.ts';
import type { Candidate, Content } from './content.ts';

/** The first is left out first. */
const leastFirst: readonly DigestSection[] = ['archive', 'slides', 'calls', 'reports', 'events'];

/**
 * As much of it as `fits`. One thing always stays, an event where there is any: a chat that can not even take that cuts it
 * and says so.
 */
export function shrink(content: Content, fits: (content: Content) => boolean): Content {
  let rest = content;
  while (!fits(rest)) {
    const next = withoutOne(rest);
    if (next === null) return rest;
    rest = next;
  }
  return rest;
}

function withoutOne(content: Content): Content | null {
  const { candidates } = content;
  const told = candidates.filter(({ kept }) => kept);
  const section = leastFirst.find((each) => told.some(({ kind }) => kind === each));
  if (told.length < 2 || section === undefined) return null;
  const own = told.filter(({ kind }) => kind === section);
  const victim = own.findLast(({ reason }) => !corrections.has(reason)) ?? own.at(-1);
  return {
    ...content,
    candidates: candidates.map((each) => (each === victim ? { ...each, kept: false, reason: 'size' } : each)),
  };
}

/** What people believe wrongly. */
const corrections: ReadonlySet<Candidate['reason']> = new Set(['moved', 'cancelled']);
