/** A digest as it is remembered: what was told, and what a button leads to. */
import { isBehindButton } from './content.ts';
import type { Candidate, Content } from './content.ts';

/** Bytes of its JSON: with what else is kept of a digest, less than a record of State may have. */
const mostBytes = 200 * 1024;

/** Why the rest was dropped, nobody asks any more. Where what is behind a button is too much, the end of it is counted. */
export function remembered(content: Content): Content {
  const asked = content.candidates.filter((each) => each.kept || isBehindButton(each));
  const told = asked.filter(({ kept }) => kept).reduce((sum, each) => sum + bytesOf(each), 0);
  let room = mostBytes - told;
  const left = asked.filter((each) => {
    if (each.kept) return false;
    room -= bytesOf(each);
    return room < 0;
  });
  if (left.length === 0) return { ...content, candidates: asked };
  const gone = new Set(left);
  const beyond = { ...content.beyond };
  for (const { kind } of left) beyond[kind] = (beyond[kind] ?? 0) + 1;
  return { ...content, candidates: asked.filter((each) => !gone.has(each)), beyond };
}

const bytesOf = (candidate: Candidate): number => new TextEncoder().encode(JSON.stringify(candidate)).length;
