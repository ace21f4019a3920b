/** One conversation, and the processes that take notes of it: whoever comes after one that died goes on with it. */
import type { Damage } from './shelf.ts';
import type { Chapter } from './story.ts';
import { storyOf } from './story.ts';
import type { Taker } from './taker.ts';
import type { NoteWorld } from './world.ts';

/** What happens to a life. It is prepared before that begins to work; the answer is called when the life is over. */
export type NoteBlow = (taker: Taker, world: NoteWorld) => Promise<() => Promise<void>>;

/** What became of all conversations so far. */
export interface Seen extends Damage {
  readonly died: number;
  /** Notes that were answered for, and do not say what was said. */
  readonly lost: number;
  /** Answers that it could not be done, by their codes. */
  readonly refused: readonly string[];
  readonly troubles: readonly string[];
}

export const nothingSeen: Seen = {
  torn: 0,
  changed: 0,
  double: 0,
  died: 0,
  lost: 0,
  refused: [],
  troubles: [],
};

export interface Living {
  readonly number: number;
  readonly blow: NoteBlow;
  readonly world: NoteWorld;
  readonly born: () => Promise<Taker>;
  readonly saw: (what: Partial<Seen>) => void;
  /** Has been seen what there was to see? */
  readonly isEnough: () => boolean;
}

/** How often somebody tries what is refused, and milliseconds that an edit may take to follow. */
const mostAttempts = 50;
const patience = 30_000;

export async function live(living: Living): Promise<void> {
  const { number, blow, world, born, saw, isEnough } = living;
  let taker = await born();
  let over = await blow(taker, world);
  const end = async (): Promise<void> => {
    taker.kill();
    await taker.ended;
    await over();
    over = async () => {};
  };
  try {
    for (const chapter of storyOf(number, world)) {
      await chapter.happens();
      while (!(await isDone(chapter, taker, living))) {
        await end();
        saw({ died: 1, troubles: endedBy(taker), ...world.shelf.inspect() });
        if (isEnough()) return;
        taker = await born();
      }
      saw({ ...world.shelf.inspect(), ...missing(chapter, living) });
    }
  } finally {
    await end();
  }
}

/** As people do it, who try again what is refused. Resolves to `false` where the process died. */
async function isDone(chapter: Chapter, taker: Taker, living: Living): Promise<boolean> {
  const { watch } = living.world;
  const isDead = (): boolean => taker.ending() !== null;
  for (let count = 0; count < mostAttempts && !isDead(); count += 1) {
    const answer = await taker.ask(chapter.wish, chapter.at());
    if (answer === 'fine') break;
    if (answer !== null) living.saw({ refused: [answer] });
    const before = taker.rounds();
    await watch.until(() => taker.rounds() > before || isDead(), patience);
  }
  // An edit follows; what was collected is there once that is said, also if the process is dead by now.
  if (chapter.wish === 'changed') await watch.until(() => isSaid(chapter, living) || isDead(), patience);
  else if (!isDead()) living.saw(missing(chapter, living));
  return !isDead();
}

const isSaid = ({ says, saysNot }: Chapter, { world: { shelf } }: Living): boolean =>
  says.every((word) => shelf.fileOf(word) !== null) && saysNot.every((word) => shelf.fileOf(word) === null);

const missing = (chapter: Chapter, living: Living): Partial<Seen> =>
  isSaid(chapter, living)
    ? {}
    : { lost: 1, troubles: [`conversation ${living.number} does not say ${chapter.says.join(', ')}`] };

const endedBy = (taker: Taker): readonly string[] =>
  taker.ending()?.signal === 'SIGKILL'
    ? []
    : [`a process ended by itself with ${taker.ending()?.code}: ${taker.complaints().slice(-1000)}`];
