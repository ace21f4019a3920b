/** A platform, and processes that empty one box into it: they die or are stopped wherever a test wants, and what they send arrives late or never. */
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Settled } from '../../src/outbox/letter.ts';
import { usualTiming } from '../../src/outbox/timing.ts';
import type { Timing } from '../../src/outbox/timing.ts';
import type { Chat, Posted } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import { logInto } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';
import { waiting } from './letter.ts';

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

interface Process {
  readonly owner: string;
  fate: Fate;
  /** When it goes on, and how; `null`: it is not stopped. */
  stopped: { readonly until: number; readonly wake: () => void } | null;
  halted: PromiseWithResolvers<'halted'>;
  round: Promise<unknown> | null;
}

/** As a chat does it for a clock that is a little wrong. */
const margin = 10 * 60_000;

export function createWorld({ timing = {}, looks, fence }: Flaws = {}) {
  const state = createSqliteState(':memory:');
  const processes = new Map<string, Process>();
  const messages: { readonly key: string; readonly arrives: number }[] = [];
  const logged: Logged[] = [];
  const log = logInto(logged);
  let [time, skew, born] = [Date.parse('2027-03-01T10:00:00Z'), 0, 0];
  const now = (): Date => new Date(time + skew);

  const reach = async (process: Process, point: Point): Promise<void> => {
    const { halt } = process.fate;
    if (halt?.at !== point) return;
    process.fate = { ...process.fate, halt: null };
    const { promise, resolve: wake } = Promise.withResolvers<void>();
    process.stopped = { until: halt.stopped === 'for ever' ? Infinity : time + halt.stopped, wake };
    process.halted.resolve('halted');
    await promise;
  };

  const find = (key: string, since: Date): Posted | null => {
    const from = since.getTime() - margin;
    const isThere = messages.some((one) => one.key === key && one.arrives <= time && one.arrives >= from);
    return isThere ? { status: 'posted', ref: key } : null;
  };

  const send = async (key: string, process: Process): Promise<Posted> => {
    const { outcome, delay } = process.fate;
    if (outcome === 'later') return { status: 'later', after: new Date(now().getTime() + delay) };
    if (outcome !== 'never') messages.push({ key, arrives: time + (outcome === 'slow' ? delay : 0) });
    await reach(process, 'sent');
    return outcome === 'posted' ? { status: 'posted', ref: key } : { status: 'unsure' };
  };

  const chatOf = (process: Process): Pick<Chat, 'post' | 'edit'> => {
    const once = createOnce({ kind: 'world-post', state, log, now });
    return {
      edit: async () => ({ status: 'refused', reason: 'nothing is edited here' }),
      post: (_to, _view, { key, since, mayStill }) =>
        once.post(key, {
          look: async () => {
            await reach(process, 'look');
            const found = since === undefined || looks === false ? null : find(key, since);
            await reach(process, 'looked');
            return found;
          },
          send: () => send(key, process),
          mayStill: fence === false ? undefined : mayStill,
        }),
    };
  };

  const begin = (process: Process): Promise<void> =>
    deliver(
      {
        state,
        chats: new Map([['slack', chatOf(process)]]),
        owner: process.owner,
        now,
        log,
        told: async ({ key }, value, records) => {
          if ((await records.put({ kind: 'told', key, version: null, value })) === null)
            throw new Error('it was told before');
        },
        timing: { ...usualTiming, ...timing },
      },
      new AbortController().signal,
    );

  /** Until it has come to its end, or to a halt. */
  const follow = async (process: Process): Promise<void> => {
    const ended = await Promise.race([process.round, process.halted.promise]);
    if (ended !== 'halted') process.round = null;
  };

  const wakeAll = async (): Promise<void> => {
    for (const process of processes.values()) {
      if (process.stopped === null || process.stopped.until > time) continue;
      const { wake } = process.stopped;
      process.stopped = null;
      process.halted = Promise.withResolvers();
      wake();
      await follow(process);
    }
  };

  const processOf = (fate: Fate): Process => {
    const known = processes.get(fate.process);
    if (known !== undefined && known.stopped?.until !== Infinity) return known;
    const owner = `${fate.process} ${(born += 1)}`;
    const process = { owner, fate, stopped: null, halted: Promise.withResolvers<'halted'>(), round: null };
    processes.set(fate.process, process);
    return process;
  };

  return {
    state,
    now,
    log: logged,
    /** What stands there, or will. */
    messages: (): readonly string[] => messages.map(({ key }) => key).toSorted(),
    /** As if somebody had posted it who is no longer remembered. */
    postAt: (key: string, arrives: Date): void => void messages.push({ key, arrives: arrives.getTime() }),
    told: async (): Promise<readonly (readonly [key: string, settled: Settled])[]> =>
      (await state.list('told')).map(({ key, value }) => [key, value as Settled]),
    waiting: () => waiting(state),
    /** Time passes, who was stopped goes on, and a process that is idle has a round. */
    event: async (fate: Fate): Promise<void> => {
      time += fate.passed;
      if (messages.every(({ arrives }) => arrives <= time)) skew = fate.skew;
      await wakeAll();
      const process = processOf(fate);
      if (process.round !== null) return;
      process.fate = fate;
      process.halted = Promise.withResolvers();
      process.round = begin(process);
      await follow(process);
    },
    close: () => state.close(),
  };
}
