/** One life of the harness process: it loads its modules, and begins when it is told what time it is. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Orders } from './orders.ts';

const program = resolve(import.meta.dirname, 'process.ts');

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What it has said so far. */
export interface Said {
  /** Milliseconds from its start until it was ready, and from its beginning to the end of its first round. */
  readonly loaded: number | null;
  readonly first: number | null;
  /** Rounds one after the other, up to now, with nothing left in the outbox; those of an earlier time do not count. */
  readonly idle: number;
  readonly complaints: string;
}

export interface Child {
  readonly pid: number;
  readonly said: () => Said;
  /** `null`: it lives. */
  readonly ending: () => Ending | null;
  readonly ended: Promise<Ending>;
  /** Begins, or goes on, at so many milliseconds after the time of the machine. */
  readonly at: (offset: number) => void;
  readonly kill: (signal?: NodeJS.Signals) => void;
  /** Lets it end by itself. */
  readonly stop: () => Promise<Ending>;
}

/** Where other tools keep what they can make again: the second process and all others begin in half the time. */
const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/torture');

/** Resolves when it is ready, or has ended before. `notice` is told of all that it says, and of its end. */
export async function prepare(orders: Orders, notice: () => void): Promise<Child> {
  const born = performance.now();
  const started = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  // Who is dead is not told the time.
  started.stdin.on('error', () => {});
  const life = lived(started, born, notice);
  const ready = once(started.stdout, 'data');
  await Promise.race([ready, life.ended]);
  return life;
}

function lived(started: ChildProcess, born: number, notice: () => void): Child {
  const heard = { loaded: null as number | null, first: null as number | null, idle: 0, complaints: '' };
  let [offset, begun, ending] = ['', 0, null as Ending | null];
  const { stdin, stdout, stderr } = started;
  stderr?.setEncoding('utf8').on('data', (text: string) => (heard.complaints += text));
  const hear = (line: string): void => {
    const [word, at, waiting] = line.split(' ');
    if (word === 'ready') heard.loaded = performance.now() - born;
    if (word === 'round') heard.first ??= performance.now() - begun;
    if (word === 'round' && at === offset) heard.idle = waiting === '0' ? heard.idle + 1 : 0;
    notice();
  };
  if (stdout !== null) createInterface({ input: stdout }).on('line', hear);
  const ended = once(started, 'close').then(([code, signal]) => {
    ending = { code, signal };
    notice();
    return ending;
  });
  return {
    pid: started.pid ?? 0,
    said: () => heard,
    ending: () => ending,
    ended,
    at: (next) => {
      [offset, begun] = [String(next), begun || performance.now()];
      heard.idle = 0;
      stdin?.write(`${offset}\n`);
    },
    kill: (signal = 'SIGKILL') => void (ending === null && started.kill(signal)),
    stop: () => {
      stdin?.end();
      return ended;
    },
  };
}
