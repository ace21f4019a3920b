/** Runs the tools that build and run containers. */
import { spawnSync } from 'node:child_process';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
}

/** What is built may take minutes and tell long stories; what never ends is ended. */
const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 10 * 60_000 } as const;

/** Exit code and stdout, whatever they are. */
export function attempt(command: string, ...args: readonly string[]): Outcome {
  const { status, stdout } = spawnSync(command, args, { ...options, timeout: 5 * 60_000 });
  return { code: status, out: (stdout ?? '').trim() };
}

/** Its stdout. Throws, with what it complained of, where it fails. */
export function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (status === 0) return stdout.trim();
  throw new Error(`${command} ${args.join(' ')}\n${stderr}`, { cause: error });
}
