/** A campaign against the process that takes notes: a conversation each blow, and what became of files and of words. */
import { nothingSeen, live } from './life.ts';
import type { NoteBlow, Seen } from './life.ts';
import type { NoteOrders } from './orders.ts';
import type { Taker } from './taker.ts';
import { openNoteWorld } from './world.ts';

export interface NoteCampaign {
  readonly name: string;
  readonly way: NoteOrders['way'];
  readonly blows: readonly NoteBlow[];
  /** What is to be seen. `nothing`: each note stands there once, whole, among what people wrote. */
  readonly expected: 'nothing' | 'changed';
  /** With these codes people may be refused; `null`: with any. */
  readonly refusals: readonly string[] | null;
}

export interface NoteOutcome extends Seen {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export async function fightNotes(
  { name, way, blows, expected }: NoteCampaign,
  progress: (done: number, of: number) => void,
): Promise<NoteOutcome> {
  const begun = performance.now();
  const world = await openNoteWorld(way);
  let [seen, points, next] = [nothingSeen, 0, world.prepare()];
  const born = async (): Promise<Taker> => {
    const taker = await next;
    next = world.prepare();
    return taker;
  };
  const saw = (what: Partial<Seen>): void => void (seen = sum(seen, what));
  const isEnough = (): boolean => expected !== 'nothing' && seen[expected] > 0;
  try {
    for (const blow of blows) {
      await live({ number: points, blow, world, born, saw, isEnough });
      points += 1;
      progress(points, blows.length);
      if (isEnough()) break;
    }
    return { name, points, ...seen, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await world.close();
  }
}

const sum = (all: Seen, { refused = [], troubles = [], ...more }: Partial<Seen>): Seen => ({
  torn: all.torn + (more.torn ?? 0),
  changed: all.changed + (more.changed ?? 0),
  double: all.double + (more.double ?? 0),
  died: all.died + (more.died ?? 0),
  lost: all.lost + (more.lost ?? 0),
  refused: [...all.refused, ...refused],
  troubles: [...all.troubles, ...troubles],
});

/** What is wrong with it, a sentence each. */
export function faultsOfNotes(outcome: NoteOutcome, { expected, refusals }: NoteCampaign): readonly string[] {
  const { name, torn, changed, double, lost, refused, troubles } = outcome;
  if (expected !== 'nothing')
    return outcome[expected] > 0 ? [] : [`${name}: nothing ${expected} was seen: the harness is blind`];
  const counts = Object.entries({ torn, changed, double, lost }).filter(([, count]) => count > 0);
  const strange = refusals === null ? [] : refused.filter((code) => !refusals.includes(code));
  return [
    ...counts.map(([what, count]) => `${what} ${count}`),
    ...new Set(strange.map((code) => `people were told ${code}`)),
    ...troubles,
  ].map((fault) => `${name}: ${fault}`);
}
