/** One life of the process after the other: each goes on with what the one before has left, week by week. */
import { dueIn } from './channels.ts';
import type { Child, Ending } from './child.ts';
import { isThere } from './history.ts';
import type { World } from './world.ts';

/** What happens to a life. It is prepared before the process begins; the answer is called when that life is over. */
export type Blow = (child: Child, world: World) => Promise<() => Promise<void>>;

export interface Life {
  /** `false`: it has done a whole week from the beginning, and nothing has ended it. */
  readonly hasDied: boolean;
  /** Milliseconds from the start of the process to the end of its first round; `null`: it did not live to see it. */
  readonly ready: number | null;
  /** How it ended by itself; `null`: it did not. */
  readonly end: (Ending & { readonly complaints: string }) | null;
}

export interface Lives {
  /** The next life, under that blow. */
  readonly next: (blow: Blow) => Promise<Life>;
  /** The next life, which nothing happens to, up to the end of the week that is going on. */
  readonly last: () => Promise<Life>;
  /** Weeks that are done; they count from 0. */
  readonly weeks: () => number;
}

/** Milliseconds that a process that nobody kills has for a week. */
const patience = 60_000;

/** Rounds one after the other without anything left to do: after the first of these it is done, after the second it is hopeless. */
const enough = 3;
const hopeless = 40;

/** A first life finds out which channels there are. */
export async function createLives(world: World): Promise<Lives> {
  const time = { week: -1, isFresh: true };
  let prepared = world.prepare();
  const born = async (): Promise<Child> => {
    const child = await prepared;
    prepared = world.prepare();
    if (world.weather.isPrompt) await prepared;
    return child;
  };
  const last = async (): Promise<Life> => {
    const child = await born();
    child.at(world.moveTo(world.now()));
    const hasDied = !(await untilDone(child, time.week, world));
    if (!hasDied) begin(time, world);
    await child.stop();
    return { hasDied, ...toldBy(child), end: ended(child) };
  };
  const first = await last();
  if (first.hasDied) throw new Error(`nothing can begin: ${first.end?.complaints}`);
  return {
    last,
    weeks: () => time.week,
    next: async (blow) => {
      const child = await born();
      const over = await blow(child, world);
      try {
        const hasDied = await live(child, time, world);
        return { hasDied, ...toldBy(child), end: hasDied ? ended(child) : null };
      } finally {
        child.kill();
        await child.ended;
        await over();
      }
    },
  };
}

interface Time {
  /** That is going on. */
  week: number;
  /** Has no life seen anything of it so far? */
  isFresh: boolean;
}

/** Begins the next week. Answers with what processes are to be told. */
function begin(time: Time, { moveTo }: World): number {
  time.week += 1;
  time.isFresh = true;
  return moveTo(dueIn(time.week));
}

/** Resolves to whether it died before it had done a whole week from its beginning. */
async function live(child: Child, time: Time, world: World): Promise<boolean> {
  let offset = world.moveTo(world.now());
  for (;;) {
    const { week, isFresh } = time;
    time.isFresh = false;
    child.at(offset);
    if (!(await untilDone(child, week, world))) return true;
    offset = begin(time, world);
    if (isFresh) return false;
  }
}

/** Has it nothing to do, and is nothing on its way? */
export const isIdle = (child: Child, { traffic }: World): boolean =>
  child.said().idle >= enough && traffic().underWay === 0;

/** Resolves to `false` where it died before. */
async function untilDone(child: Child, week: number, world: World): Promise<boolean> {
  const isDone = (): boolean =>
    isIdle(child, world) && (week < 0 || child.said().idle >= hopeless || isThere(world, week));
  const came = await world.watch.until(() => child.ending() !== null || isDone(), patience);
  if (came) return child.ending() === null;
  child.kill();
  throw new Error(`week ${week} does not come to its end: ${child.said().complaints.slice(-2000)}`);
}

function ended(child: Child): Life['end'] {
  const ending = child.ending();
  if (ending === null || ending.signal === 'SIGKILL' || ending.code === 0) return null;
  return { ...ending, complaints: child.said().complaints.slice(-1000) };
}

function toldBy(child: Child): Pick<Life, 'ready'> {
  const { loaded, first } = child.said();
  return { ready: loaded === null || first === null ? null : loaded + first };
}
