/** Discord. */
import type { DiscordChat } from './chat.ts';
import type { Options } from './options.ts';

export { readOptions } from './environment.ts';
export { readExport } from './export.ts';
export { measure } from './measure.ts';
export { outgoing } from './outgoing.ts';
export { createSetup } from './setup.ts';

/** Discord's library is loaded here, where it is needed: it takes a third of a second. */
export const createDiscord = async (options: Options): Promise<DiscordChat> =>
  (await import('./chat.ts')).createDiscord(options);
