/** A process that is told things on its input, says things on its output, and can be killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Spawned {
  readonly pid: number;
  readonly tell: (line: string) => void;
  readonly complaints: () => string;
  /** `null`: it lives. */
  readonly ending: () => Ending | null;
  readonly ended: Promise<Ending>;
  readonly kill: (signal?: NodeJS.Signals) => void;
  /** Lets it end by itself. */
  readonly stop: () => Promise<Ending>;
}

export interface Spawning {
  /** A file of TypeScript. */
  readonly program: string;
  /** What it reads as its first argument. */
  readonly orders: object;
  /** Told of each line that it says. */
  readonly hear: (line: string) => void;
  /** Told of its end. */
  readonly notice: () => void;
}

/** Where other tools keep what they can make again: the second process and all others begin in half the time. */
const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/torture');

/** Resolves when it has said something, or has ended before. */
export async function spawned({ program, orders, hear, notice }: Spawning): Promise<Spawned> {
  const started = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  // Who is dead is told nothing.
  started.stdin.on('error', () => {});
  createInterface({ input: started.stdout }).on('line', hear);
  const life = lived(started, notice);
  const ready = once(started.stdout, 'data');
  await Promise.race([ready, life.ended]);
  return life;
}

function lived(started: ChildProcess, notice: () => void): Spawned {
  let [complaints, ending] = ['', null as Ending | null];
  const { stdin, stderr } = started;
  stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = once(started, 'close').then(([code, signal]) => {
    ending = { code, signal };
    notice();
    return ending;
  });
  return {
    pid: started.pid ?? 0,
    tell: (line) => void stdin?.write(`${line}\n`),
    complaints: () => complaints,
    ending: () => ending,
    ended,
    kill: (signal = 'SIGKILL') => void (ending === null && started.kill(signal)),
    stop: () => {
      stdin?.end();
      return ended;
    },
  };
}
