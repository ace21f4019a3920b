/** The playground on a real server on loopback, with a browser without scripts in front of it. */
import { randomUUID } from 'node:crypto';
import { siteOf } from '../../../adapters/web/address.ts';
import { createApp } from '../../../adapters/web/app.ts';
import { createPlayground } from '../../../adapters/web/chat/index.ts';
import type { Playground } from '../../../adapters/web/chat/index.ts';
import { listen, usualLimits } from '../../../adapters/web/server.ts';
import type { Bot, Library, Settings } from '../../../src/port.ts';
import { silentLog } from '../../world.ts';
import { browse } from './browsing.ts';
import type { Browsing } from './browsing.ts';

export interface Played extends Browsing {
  /** Without a slash at its end. */
  readonly base: string;
  readonly chat: Playground;
  readonly close: () => Promise<void>;
}

const settings = { name: 'Harbour', locale: 'en', zone: 'Asia/Tokyo' } as Settings;

/** A community of which nothing is known but its name. */
const emptyLibrary = {
  settings: async () => settings,
  digests: async () => [] as const,
} as unknown as Library;

/** `file`: its history. Without a bot it is not started yet. */
export async function openPlayground({
  file,
  bot,
  library = emptyLibrary,
  now = () => new Date(),
}: {
  readonly file: string;
  readonly bot?: Bot;
  readonly library?: Library;
  readonly now?: () => Date;
}): Promise<Played> {
  const address = { host: '127.0.0.1', port: 0, publicUrl: null };
  const world = { now, newId: randomUUID };
  const chat = createPlayground({ ...world, file });
  const app = Promise.withResolvers<ReturnType<typeof createApp>>();
  const server = await listen(async (request) => (await app.promise).fetch(request), address, usualLimits);
  const site = siteOf(address, server.port);
  const playground = chat.routes;
  app.resolve(createApp({ ...world, site, library: () => library, playground, log: silentLog }));
  if (bot !== undefined) await chat.start(bot);
  const close = async (): Promise<void> => {
    await chat.stop();
    await server.close();
    chat.close();
  };
  return { ...browse(site.base), base: site.base, chat, close };
}
