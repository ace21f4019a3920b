/** Slack as a Chat: six members over one workspace. */
import type { Chat, Person, Place, View } from '../../src/port.ts';
import { createApp } from './app.ts';
import { createClients } from './clients.ts';
import type { Desk } from './desk.ts';
import { createDirect } from './direct.ts';
import { edit } from './edit.ts';
import { createHttp } from './http.ts';
import { identify } from './identity.ts';
import { createInbox } from './inbox.ts';
import { sweepKept } from './kept.ts';
import { listeners } from './listeners.ts';
import type { Options } from './options.ts';
import { createPeople } from './person.ts';
import { createPosts } from './post.ts';
import { createReceiver } from './receiver.ts';
import type { Entrance } from './receiver.ts';
import { createSocket } from './socket.ts';
import { threadOf } from './thread.ts';
import { usualTiming } from './timing.ts';
import type { Timing } from './timing.ts';
import { createWork } from './work.ts';
import type { Work } from './work.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Nothing is asked of Slack before `start`. `start` rejects with UserError where Slack does not take the bot. */
export function createSlack(options: Options): Chat {
  const timing: Timing = { ...usualTiming, ...options.timing };
  const clients = createClients(options, timing);
  const stopping = new AbortController();
  const entrance = entranceOf(options, timing);
  const work = createWork(timing);
  let desk: Desk | null = null;
  const started = (): Desk => {
    if (desk === null) throw new Error('Slack has not been started');
    return desk;
  };
  return {
    platform,
    start: async (bot) => {
      const self = await identify({
        client: clients.interaction,
        timing,
        log: options.log,
        signal: stopping.signal,
      });
      if (self === null) return;
      desk = deskOf({ ...options, timing, clients, self, bot });
      await open(desk, entrance, work);
    },
    stop: async () => {
      stopping.abort();
      await entrance.stop();
      await work.done(timing.farewell);
    },
    post: (to, view, { key, since }) => post(to, view, { desk: started(), key, ...(since && { since }) }),
    edit: async (ref, view) => {
      const { locale } = await options.settings();
      return edit({ client: clients.posting, ref, view, locale }, options);
    },
    thread: (ref, reader) => threadOf(ref, reader, started()),
  };
}

function entranceOf(options: Options, timing: Timing): Entrance {
  const { way } = options;
  return 'appToken' in way
    ? createSocket({ ...options, ...way, timing })
    : createHttp({ ...options, ...way });
}

function deskOf(workspace: Workspace): Desk {
  const direct = createDirect(workspace);
  return {
    ...workspace,
    direct,
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
}

/** What an earlier process left undone comes first; what nobody needs any more is forgotten beside it. */
async function open(desk: Desk, entrance: Entrance, work: Work): Promise<void> {
  const inbox = createInbox(desk);
  const receiver = createReceiver(entrance, (handle) => {
    const handleOnce = inbox.around(handle);
    return (event) => work.add(handleOnce(event));
  });
  const app = createApp(receiver, desk);
  for (const listen of listeners) listen(app, desk);
  await app.start();
  aside(work.add(inbox.resume((event) => app.processEvent(event))), desk);
  aside(work.add(Promise.all([desk.posts.sweep(), sweepKept(desk)])), desk);
}

/** Nobody waits for it. */
function aside(task: Promise<unknown>, { log }: Desk): void {
  task.catch((error: unknown) =>
    log.error({ err: error }, 'what an earlier process left could not be taken up'),
  );
}

async function post(
  to: Place | Person,
  view: View,
  { desk, key, since }: { readonly desk: Desk; readonly key: string; readonly since?: Date },
): ReturnType<Chat['post']> {
  const { locale } = await desk.settings();
  const isPlace = 'channel' in to;
  return desk.posts.post({
    client: desk.clients.posting,
    to: isPlace ? to : { channel: to.id },
    view,
    locale: isPlace ? locale : (to.locale ?? locale),
    key,
    ...(since === undefined ? {} : { since }),
  });
}
