/** `index [DIR]`: takes in what changed, and says how much that was. */
import { exit } from '../session.ts';
import type { Session } from '../session.ts';
import { createProgress } from '../progress.ts';

export async function sync(session: Session): Promise<number> {
  const opened = await session.open({ content: session.folder, watch: false, lock: false });
  const { reading, left, indexed } = session.words.terminal;
  const progress = createProgress({
    stream: session.stderr,
    now: () => performance.now(),
    sentence: reading,
    left,
  });
  try {
    const result = await opened.library.sync(progress.show);
    progress.end();
    session.print(session.json ? JSON.stringify(result) : indexed(result));
    return exit.fine;
  } finally {
    progress.end();
    await opened.close();
  }
}
