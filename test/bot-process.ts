/** The bot as a process of its own, for tests: started as people start it, on a port that is free. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../src/start.mjs');

export interface BotProcess {
  readonly process: ChildProcessWithoutNullStreams;
  /** Where its pages are, without a slash at its end. Rejects if it ends before it says so. */
  readonly url: Promise<string>;
  /** Exit code (or the signal that ended it) once it has ended. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly said: () => string;
  readonly complaints: () => string;
}

/** `env` must name a data folder of the test's own; `within` is a command that runs another, and becomes the process. */
export function startBot(
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
  within: readonly string[] = [],
): BotProcess {
  const [command = '', ...words] = [...within, process.execPath, program, 'start', ...args];
  const child = spawn(command, words, {
    env: { ...process.env, PORT: '0', LANG: 'en_US.UTF-8', LC_ALL: '', ...env },
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const ended = once(child, 'exit').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
  );
  const url = untilLine(child, () => said).then((line) => /https?:[^\s"]*\w/.exec(line)?.[0] ?? '');
  // Whoever does not wait for it has no use for its failure.
  url.catch(() => {});
  return { process: child, url, ended, said: () => said, complaints: () => complained };
}

/** Settles when nobody listens there any more: the bot has heard that it is to stop. */
export async function untilRefused(url: string): Promise<void> {
  for (;;)
    try {
      await fetch(`${url}/healthz`);
    } catch {
      return;
    }
}

async function untilLine(child: ChildProcessWithoutNullStreams, said: () => string): Promise<string> {
  while (!said().includes('\n')) {
    const isOver = await Promise.race([
      once(child.stdout, 'data').then(() => false),
      once(child, 'exit').then(() => true),
    ]);
    if (isOver && !said().includes('\n')) throw new Error('the bot ended before it served');
  }
  return said().split('\n')[0] ?? '';
}
