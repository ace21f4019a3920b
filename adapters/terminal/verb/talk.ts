/** A conversation in the terminal: what `ask` is where someone sits and types. */
import { createTerminal } from '../chat.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import { listenForStop } from '../signal.ts';

export async function talk(asked: Session): Promise<number> {
  const { bot, session, close } = await openLibrary(asked, { watch: true, lock: false });
  const { stdin, stdout, reader, words, who } = session;
  const terminal = createTerminal({
    input: stdin,
    output: stdout,
    reader,
    words,
    who,
    now: () => new Date(),
  });
  const stop = listenForStop();
  try {
    await terminal.start(bot);
    await Promise.race([terminal.finished(), stop.requested]);
    await terminal.stop();
    return exit.fine;
  } finally {
    stop.ignore();
    await close();
  }
}
