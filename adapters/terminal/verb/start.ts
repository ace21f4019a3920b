/** `start`: the bot that stays. It serves until it is asked to stop. */
import { exit, openLibrary } from '../session.ts';
import type { Face, Session } from '../session.ts';
import { listenForStop } from '../signal.ts';
import type { Stopping } from '../signal.ts';

export async function start(asked: Session): Promise<number> {
  const stop = listenForStop();
  const face = await asked.listen();
  try {
    await serve(asked, face, stop);
    return exit.fine;
  } finally {
    await face.stop();
    stop.ignore();
  }
}

/** The server answers health checks while the library is being opened, and can be stopped then, too. */
async function serve(asked: Session, face: Face, stop: Stopping): Promise<void> {
  const how = { watch: true, lock: true, pages: face.base, until: stop.requested };
  const { bot, library, session, close } = await openLibrary(asked, how);
  try {
    if (stop.isRequested()) return;
    await face.open({ bot, library });
    announce(session, face);
    await stop.requested;
  } finally {
    await close();
  }
}

function announce({ json, words, print, complain }: Session, { base, playground, isLocal }: Face): void {
  if (json) print(JSON.stringify({ url: base, playground }));
  else print(playground ? words.terminal.serving(`${base}/`) : words.terminal.servingPages(`${base}/`));
  if (playground && !isLocal) complain(words.terminal.openPlayground);
}
