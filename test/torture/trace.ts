/** strace: it kills a process at a system call of its, makes one fail, or counts them. Linux only. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Where something outside the process comes to be. */
export const calls = [
  'write',
  'pwrite64',
  'writev',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'link',
  'unlink',
  'mkdir',
  'fchmod',
  'openat',
  'sendmsg',
  'sendto',
  'connect',
  'close',
] as const;

export type Call = (typeof calls)[number];

export interface Tracing {
  /** Lets go of the process, if it lives. */
  readonly end: () => Promise<void>;
}

/** What is wrong with strace here; `null`: it can be used. */
export function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'strace is for Linux alone';
  const { error, status } = spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'trace=none', 'true']);
  if (error !== undefined) return 'there is no strace';
  return status === 0 ? null : 'strace may not trace here';
}

/**
 * Attaches to a process and all its threads; resolves when it has. Without `--seccomp-bpf`, with which strace 6.1 sends no
 * signals.
 */
async function attach(pid: number, args: readonly string[]): Promise<Tracing> {
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(tracer, 'close');
  let said = '';
  const { promise: attached, resolve } = Promise.withResolvers<void>();
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes(' attached')) resolve();
  });
  await Promise.race([
    attached,
    ended.then(() => Promise.reject(new Error(`strace did not attach: ${said}`))),
  ]);
  return {
    end: async () => {
      if (tracer.exitCode === null && tracer.signalCode === null) tracer.kill('SIGINT');
      await ended;
    },
  };
}

/** Where a call is made the `when`th time by one of the threads, the process is killed before it is done. */
export const killAt = (pid: number, call: Call, when: number): Promise<Tracing> =>
  attach(pid, ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${when}`]);

export interface Failing {
  readonly call: Call;
  /** `ENOSPC` */
  readonly error: string;
  readonly from: number;
  /** `null`: for good. */
  readonly times: number | null;
  /** Files with which it does. */
  readonly paths: readonly string[];
}

/** The call fails from that one on. */
export const failAt = (pid: number, { call, error, from, times, paths }: Failing): Promise<Tracing> =>
  attach(pid, [
    '-o',
    '/dev/null',
    ...paths.flatMap((path) => ['-P', path]),
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${times === null ? `${from}+` : `${from}..${from + times - 1}`}`,
  ]);

/** Writes down the calls of a process; `counts` says, once it has ended, how often the busiest of its threads made each. */
export async function count(
  pid: number,
  file: string,
): Promise<Tracing & { readonly counts: () => ReadonlyMap<Call, number> }> {
  const tracing = await attach(pid, ['-o', file, '-e', `trace=${calls.join(',')}`]);
  return { ...tracing, counts: () => countsIn(readFileSync(file, 'utf8')) };
}

function countsIn(written: string): ReadonlyMap<Call, number> {
  const made = new Map<string, number>();
  for (const [, thread = '', call = ''] of written.matchAll(/^(\d+) +(\w+)\(/gm))
    made.set(`${call} ${thread}`, (made.get(`${call} ${thread}`) ?? 0) + 1);
  return new Map(
    calls.map((call) => {
      const each = [...made].flatMap(([name, times]) => (name.startsWith(`${call} `) ? [times] : []));
      return [call, Math.max(0, ...each)];
    }),
  );
}
