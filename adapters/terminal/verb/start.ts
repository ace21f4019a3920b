/** `start`: the bot that stays. It serves until it is asked to stop. */
import { exit, openLibrary } from '../session.ts';
import type { Face, Opened, Session } from '../session.ts';
import { listenForStop } from '../signal.ts';
import type { Stopping } from '../signal.ts';

/** The server answers health checks while the library is being opened, and can be stopped then, too. */
export async function start(asked: Session): Promise<number> {
  const stop = listenForStop();
  const face = await asked.listen();
  const how = { watch: true, lock: true, pages: face.base, until: stop.requested };
  let opened: Awaited<ReturnType<typeof openLibrary>> | null = null;
  try {
    opened = await openLibrary(asked, how);
    await serve(opened, face, stop);
    return exit.fine;
  } finally {
    // The face before the library: who is being answered needs it.
    await face.stop();
    await opened?.close();
    stop.ignore();
  }
}

async function serve(
  { bot, library, session }: Pick<Opened, 'bot' | 'library'> & { readonly session: Session },
  face: Face,
  stop: Stopping,
): Promise<void> {
  if (stop.isRequested()) return;
  await face.open({ bot, library });
  announce(session, face);
  await stop.requested;
}

function announce({ json, words, print, complain }: Session, { base, playground, isLocal }: Face): void {
  if (json) print(JSON.stringify({ url: base, playground }));
  else print(playground ? words.terminal.serving(`${base}/`) : words.terminal.servingPages(`${base}/`));
  if (playground && !isLocal) complain(words.terminal.openPlayground);
}
