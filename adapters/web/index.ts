/** The browser face: the community's pages, the health of the process, and the playground, a chat that needs no account. */
import type { Bot, Chat, Library, Log, Now } from '../../src/port.ts';
import { siteOf } from './address.ts';
import type { Address } from './address.ts';
import { createApp } from './app.ts';
import { createPlayground } from './chat/index.ts';
import { listen, usualLimits } from './server.ts';
import type { Limits } from './server.ts';

export { isLocal, readAddress } from './address.ts';

export interface WebOptions {
  readonly address: Address;
  readonly now: Now;
  readonly log: Log;
  readonly newId: () => string;
  readonly limits?: Limits;
  /** Where the playground keeps what is said in it; without it there is none. */
  readonly playground?: string;
}

export interface Web {
  /** Base address of our own pages, without a slash at its end. */
  readonly base: string;
  /** Is there a playground? */
  readonly playground: boolean;
  /** The playground as a chat; `null`: there is none. */
  readonly chat: Chat | null;
  /** From now on questions are answered. */
  open(community: { readonly bot: Bot; readonly library: Library }): Promise<void>;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/**
 * Listens, and answers that it is alive and not ready until it is opened. Throws UserError `port-taken`, `port-forbidden`
 * or `host-unknown`.
 */
export async function createWeb(options: WebOptions): Promise<Web> {
  const { address, limits = usualLimits, playground: file, ...world } = options;
  let opened: Library | null = null;
  const chat = file === undefined ? null : createPlayground({ ...world, file });
  const handler = Promise.withResolvers<(request: Request) => Response | Promise<Response>>();
  const server = await listen(async (request) => (await handler.promise)(request), address, limits);
  const site = siteOf(address, server.port);
  const app = createApp({ ...world, site, library: () => opened, playground: chat?.routes ?? null });
  handler.resolve((request) => app.fetch(request));
  return {
    base: site.base,
    playground: chat !== null,
    chat,
    open: async ({ bot, library }) => {
      await chat?.start(bot);
      opened = library;
    },
    stop: async () => {
      await chat?.stop();
      await server.close();
      chat?.close();
    },
  };
}
