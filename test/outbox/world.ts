/** A platform, and processes that empty one box into it: they die or are stopped wherever a test wants, and what they send arrives late or never. */
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Settled } from '../../src/outbox/letter.ts';
import { usualTiming } from '../../src/outbox/timing.ts';
import type { Timing } from '../../src/outbox/timing.ts';
import type { Chat, Log, Posted } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import { logInto } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';

/** Where a process can come to a halt: before it looks, when it has looked, when its message is on its way. */
export type Point = 'look' | 'looked' | 'sent';

/** What happens in one round of one process. Milliseconds. */
export interface Fate {
  readonly process: string;
  /** Since the event before. */
  readonly passed: number;
  /** By how much the clock of the machine is wrong from now on; it does not change while a message is on its way. */
  readonly skew: number;
  readonly outcome: 'posted' | 'slow' | 'never' | 'later';
  /** Until a slow message stands there. */
  readonly delay: number;
  readonly halt: { readonly at: Point; readonly stopped: number | 'for ever' } | null;
}

export const calm = (passed: number): Fate => ({
  process: 'A',
  passed,
  skew: 0,
  outcome: 'posted',
  delay: 0,
  halt: null,
});

/** What is left out, to see that it is needed. */
export interface Flaws {
  readonly timing?: Partial<Timing>;
  readonly looks?: false;
  readonly fence?: false;
}

export interface World {
  readonly state: SqliteState;
  readonly flaws: Flaws;
  readonly processes: Map<string, Process>;
  /** What stands there, or will. */
  readonly messages: { readonly key: string; readonly arrives: number }[];
  readonly log: Log;
  readonly logged: readonly Logged[];
  readonly clock: { time: number; skew: number };
}

interface Process {
  readonly owner: string;
  fate: Fate;
  /** When it goes on, and how; `null`: it is not stopped. */
  stopped: { readonly until: number; readonly wake: () => void } | null;
  halted: PromiseWithResolvers<'halted'>;
  /** `null`: it is idle. */
  round: Promise<unknown> | null;
}

export function createWorld(flaws: Flaws = {}): World {
  const logged: Logged[] = [];
  return {
    state: createSqliteState(':memory:'),
    flaws,
    processes: new Map(),
    messages: [],
    log: logInto(logged),
    logged,
    clock: { time: Date.parse('2027-03-01T10:00:00Z'), skew: 0 },
  };
}

export const nowIn = ({ clock }: World): Date => new Date(clock.time + clock.skew);

export const keysIn = ({ messages }: World): readonly string[] => messages.map(({ key }) => key).toSorted();

export const toldIn = async ({
  state,
}: World): Promise<readonly (readonly [key: string, settled: Settled])[]> =>
  (await state.list('told')).map(({ key, value }) => [key, value as Settled]);

/** Time passes, who was stopped goes on, and a process that is idle has a round. */
export async function happen(fate: Fate, world: World): Promise<void> {
  const { clock, messages } = world;
  clock.time += fate.passed;
  if (messages.every(({ arrives }) => arrives <= clock.time)) clock.skew = fate.skew;
  await wakeAll(world);
  const process = processOf(fate, world);
  if (process.round !== null) return;
  process.fate = fate;
  process.halted = Promise.withResolvers();
  process.round = roundOf(process, world);
  await follow(process);
}

async function wakeAll({ processes, clock }: World): Promise<void> {
  for (const process of processes.values()) {
    const { stopped } = process;
    if (stopped === null || stopped.until > clock.time) continue;
    process.stopped = null;
    process.halted = Promise.withResolvers();
    stopped.wake();
    await follow(process);
  }
}

/** Until it has come to its end, or to a halt. */
async function follow(process: Process): Promise<void> {
  const ended = await Promise.race([process.round, process.halted.promise]);
  if (ended !== 'halted') process.round = null;
}

/** One that is dead begins anew, and is another one. */
function processOf(fate: Fate, { processes }: World): Process {
  const known = processes.get(fate.process);
  if (known !== undefined && known.stopped?.until !== Infinity) return known;
  const process: Process = {
    owner: crypto.randomUUID(),
    fate,
    stopped: null,
    halted: Promise.withResolvers(),
    round: null,
  };
  processes.set(fate.process, process);
  return process;
}

const roundOf = (process: Process, world: World): Promise<void> =>
  deliver(
    {
      state: world.state,
      chats: new Map([['slack', chatOf(process, world)]]),
      owner: process.owner,
      now: () => nowIn(world),
      log: world.log,
      told: async ({ key }, value, records) => {
        const version = await records.put({ kind: 'told', key, version: null, value });
        if (version === null) throw new Error('it was told before');
      },
      timing: { ...usualTiming, ...world.flaws.timing },
    },
    new AbortController().signal,
  );

function chatOf(process: Process, world: World): Pick<Chat, 'post' | 'edit'> {
  const { state, log, flaws } = world;
  const once = createOnce({ kind: 'world-post', state, log, now: () => nowIn(world) });
  return {
    edit: async () => ({ status: 'refused', reason: 'nothing is edited here' }),
    post: (_to, _view, { key, since, mayStill }) =>
      once.post(key, {
        look: async () => {
          await reach('look', process, world);
          const found = since === undefined || flaws.looks === false ? null : find(key, since, world);
          await reach('looked', process, world);
          return found;
        },
        send: () => send(key, process, world),
        mayStill: flaws.fence === false ? undefined : mayStill,
      }),
  };
}

/** As a chat does it for a clock that is a little wrong. */
const margin = 10 * 60_000;

function find(key: string, since: Date, { messages, clock }: World): Posted | null {
  const from = since.getTime() - margin;
  const isThere = messages.some((one) => one.key === key && one.arrives <= clock.time && one.arrives >= from);
  return isThere ? { status: 'posted', ref: key } : null;
}

async function send(key: string, process: Process, world: World): Promise<Posted> {
  const { outcome, delay } = process.fate;
  if (outcome === 'later') return { status: 'later', after: new Date(nowIn(world).getTime() + delay) };
  const arrives = world.clock.time + (outcome === 'slow' ? delay : 0);
  if (outcome !== 'never') world.messages.push({ key, arrives });
  await reach('sent', process, world);
  return outcome === 'posted' ? { status: 'posted', ref: key } : { status: 'unsure' };
}

/** Where it is to come to a halt here, it does, once. */
async function reach(point: Point, process: Process, { clock }: World): Promise<void> {
  const { halt } = process.fate;
  if (halt?.at !== point) return;
  const { promise, resolve: wake } = Promise.withResolvers<void>();
  process.fate = { ...process.fate, halt: null };
  process.stopped = { until: halt.stopped === 'for ever' ? Infinity : clock.time + halt.stopped, wake };
  process.halted.resolve('halted');
  await promise;
}
