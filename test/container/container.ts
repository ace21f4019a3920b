/** Containers that runc runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundleOf } from './bundle.ts';
import type { Container, Service, Specification } from './bundle.ts';
import { attempt, run } from './command.ts';
import type { Outcome } from './command.ts';
import { textOf } from './file.ts';

export interface Running {
  /** Runs a command beside it, as its user, and as `docker exec` would. */
  readonly exec: (...command: readonly string[]) => Outcome;
  /** Does nothing if it has ended. */
  readonly signal: (name: 'TERM' | 'KILL') => void;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>;
  /** Bytes of memory that its processes have, and the most that all of it together ever took. */
  readonly memory: () => { readonly resident: number; readonly most: number };
}

const { services } = parse(textOf('compose.yaml')) as { services: { bot: Service } };

let containers = 0;

/** It runs when this returns; it may not have said a word yet. */
export function startContainer(container: Omit<Container, 'service'>): Running {
  const bundle = mkdtempSync(join(tmpdir(), 'meetup-bundle-'));
  const id = `meetup-${process.pid}-${(containers += 1)}`;
  run('runc', 'spec', '--bundle', bundle);
  const file = join(bundle, 'config.json');
  const usual = JSON.parse(readFileSync(file, 'utf8')) as Specification;
  writeFileSync(file, JSON.stringify(bundleOf(usual, { ...container, service: services.bot })));

  const engine = spawn('runc', ['run', '--bundle', bundle, id], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(engine, 'exit').then(([code]) => {
    rmSync(bundle, { recursive: true });
    return code as number;
  });
  const pid = untilRunning(id);
  return {
    ended,
    exec: (...command) => attempt('runc', 'exec', id, ...command),
    signal: (name) => void attempt('runc', 'kill', id, name),
    memory: () => ({ resident: residentOf(pid), most: mostOf(id) }),
  };
}

/** Process id on this machine. Throws if it never runs. */
function untilRunning(id: string): number {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { code, out } = attempt('runc', 'state', id);
    if (code !== 0) continue;
    const { status, pid } = JSON.parse(out) as { status: string; pid: number };
    if (status === 'running') return pid;
  }
  throw new Error('the container does not start');
}

const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

function mostOf(id: string): number {
  const { data } = JSON.parse(run('runc', 'events', '--stats', id)) as {
    data: { memory: { usage: { max: number } } };
  };
  return data.memory.usage.max;
}
