/** The playground: the browser as a chat, like any platform, with a few people to speak as and no account. */
import type { Hono } from 'hono';
import type { Chat, Directory, Now } from '../../../src/port.ts';
import type { Ground } from '../visit.ts';
import { createConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { openHistory } from './history.ts';
import type { History } from './history.ts';
import { directory } from './directory.ts';
import { createLive } from './live.ts';
import { edit, post, threadOf } from './port.ts';
import { chatRoutes } from './routes.ts';
import { platform } from './spot.ts';

export interface PlaygroundOptions {
  /** Path of the history; its folder must be there when the chat starts. */
  readonly file: string;
  readonly now: Now;
  readonly newId: () => string;
}

export interface Playground extends Chat {
  readonly directory: Directory;
  /** What stands below `/chat`. */
  readonly routes: (ground: () => Ground) => Hono;
  /** After the last request. */
  readonly close: () => void;
}

export function createPlayground({ file, now, newId }: PlaygroundOptions): Playground {
  const live = createLive();
  const { promise: started, resolve } = Promise.withResolvers<Conversation>();
  let history: History | null = null;
  return {
    platform,
    routes: (ground) => chatRoutes(ground, started),
    start: async (bot) => {
      history = openHistory(file, now);
      resolve(createConversation({ bot, history, live, newId }));
    },
    // Streams would keep the server from closing.
    stop: async () => live.end(),
    close: () => history?.close(),
    post: async (to, view, how) => post(await started, { to, ...how }, view),
    edit: async (ref, view) => edit(await started, ref, view),
    thread: async (ref, reader) => threadOf(await started, ref, reader),
    directory,
  };
}
