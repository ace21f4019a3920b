/** `start`: a conversation in the terminal; with `--json`, one for machines, a line for a line. */
import { createTerminal } from '../chat.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import { ask } from './ask.ts';

const staying = { watch: true, lock: true };

export async function start(asked: Session): Promise<number> {
  if (asked.json) return ask(asked, undefined, staying);
  const { bot, session, close } = await openLibrary(asked, staying);
  const { stdin, stdout, reader, words, who } = session;
  const terminal = createTerminal({
    input: stdin,
    output: stdout,
    reader,
    words,
    who,
    now: () => new Date(),
  });
  const stop = (): void => void terminal.stop();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  try {
    await terminal.start(bot);
    await terminal.finished();
    return exit.fine;
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    await close();
  }
}
