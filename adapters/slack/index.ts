/** Slack. */
import type { SlackChat } from './chat.ts';
import type { Options } from './options.ts';

export { readOptions } from './environment.ts';
export { readExport } from './export.ts';
export { measure } from './measure.ts';
export { outgoing } from './outgoing.ts';
export { createSetup } from './setup.ts';

/** Bolt is loaded here, where it is needed: it takes most of a second. */
export const createSlack = async (options: Options): Promise<SlackChat> =>
  (await import('./chat.ts')).createSlack(options);
