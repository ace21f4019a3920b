/** What `setup slack` and `doctor` ask for, in tests. */
import { commands, infoOf } from '../../src/command/index.ts';
import type { AppRequest } from '../../src/port.ts';

export const appRequest = (wish: Partial<AppRequest> = {}): AppRequest => ({
  commands: commands.map(infoOf),
  locale: 'en',
  pages: [],
  workspaces: [],
  url: null,
  ...wish,
});
