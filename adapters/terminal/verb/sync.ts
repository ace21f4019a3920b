/** `index [DIR]`: takes in what changed, and says how much that was. */
import { exit, syncLibrary } from '../session.ts';
import type { Session } from '../session.ts';

export async function sync(session: Session): Promise<number> {
  const { library, close } = await session.open({ content: session.folder, watch: false, lock: false });
  try {
    const synced = await syncLibrary(session, library);
    const { talks } = await library.status();
    const result = { ...synced, talks };
    session.print(session.json ? JSON.stringify(result) : session.words.terminal.indexed(result));
    return exit.fine;
  } finally {
    await close();
  }
}
