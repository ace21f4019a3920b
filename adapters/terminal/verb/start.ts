/** `start`: a conversation in the terminal. */
import { createTerminal } from '../chat.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

export async function start(session: Session): Promise<number> {
  const { stdin, stdout, reader, words, who } = session;
  const opened = await openLibrary(session, { watch: true, lock: true });
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
    await terminal.start(opened.bot);
    await terminal.finished();
    return exit.fine;
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    await opened.close();
  }
}
