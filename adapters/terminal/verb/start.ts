/** `start`: the bot that stays. It serves until it is asked to stop. */
import type { UserError } from '../../../src/error.ts';
import type { Joined } from '../../../src/port.ts';
import { beginRounds } from '../rounds.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import type { Face, Join, Opened } from '../wiring.ts';
import { listenForStop } from '../signal.ts';
import type { Stopping } from '../signal.ts';

/** The server answers health checks while the library is being opened, and can be stopped then, too. */
export async function start(asked: Session): Promise<number> {
  const stop = listenForStop();
  const joins = await asked.joining();
  const face = await asked.listen();
  const how = { watch: true, lock: true, pages: face.base, until: stop.requested };
  let opened: Awaited<ReturnType<typeof openLibrary>> | null = null;
  try {
    opened = await openLibrary(asked, how);
    await serve({ ...opened, face, joins, stop });
    return exit.fine;
  } finally {
    // The face before the library: who is being answered needs it.
    await face.stop();
    await opened?.close();
    stop.ignore();
  }
}

interface Serving extends Opened {
  readonly session: Session;
  readonly face: Face;
  readonly joins: readonly Join[];
  readonly stop: Stopping;
}

async function serve({ session, face, joins, stop, ...opened }: Serving): Promise<void> {
  if (stop.isRequested()) return;
  await face.open(opened);
  announce(session, face);
  const own = face.chat === null ? [] : [face.chat];
  await talk({ joins, own, opened: { ...opened }, session }, stop);
}

interface Talking {
  readonly joins: readonly Join[];
  /** Chats that are there already. */
  readonly own: readonly Joined[];
  readonly opened: Opened;
  readonly session: Session;
}

/** Until the bot is asked to stop. Rejects with UserError where a chat can not be joined, or is over for good. */
async function talk({ joins, own, opened, session }: Talking, stop: Stopping): Promise<void> {
  const { bot, library, state, round } = opened;
  if (state === null || round === null) return;
  const { promise: over, reject: failed } = Promise.withResolvers<never>();
  const community = { bot, library, state };
  const chats: readonly Joined[] = await Promise.all(
    joins.map((join) => join(community, (reason: UserError) => failed(reason))),
  );
  // One that can not be reached yet keeps no other waiting: a round has those that are there.
  const ready = [...own];
  const endRounds = await beginRounds(round(ready), session);
  const started = Promise.all(
    chats.map(async (chat) => {
      await chat.start(bot);
      ready.push(chat);
    }),
  );
  try {
    await Promise.race([stop.requested, over, started.then(() => over)]);
  } finally {
    await endRounds();
    await Promise.all(chats.map((chat) => chat.stop()));
  }
}

function announce({ json, words, print, complain }: Session, { base, playground, isLocal }: Face): void {
  if (json) print(JSON.stringify({ url: base, playground }));
  else print(playground ? words.terminal.serving(`${base}/`) : words.terminal.servingPages(`${base}/`));
  if (playground && !isLocal) complain(words.terminal.openPlayground);
}
