/** The real bot in the simulated Slack, for pictures: over the sample reports, at a fixed time. */
import { hash, newId } from '../../adapters/hash/index.ts';
import { createSlack } from '../../adapters/slack/index.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { startSlack } from '../slack/index.ts';
import type { Slack } from '../slack/index.ts';
import { openWorld, ownContent, silentLog } from '../world.ts';

export interface Workspace {
  readonly slack: Slack;
  readonly close: () => Promise<void>;
}

/** A Sunday noon in Tokyo. */
const noon = new Date('2026-11-22T03:00:00Z');

export async function openWorkspace(): Promise<Workspace> {
  const slack = await startSlack({ now: () => noon.getTime() });
  const world = await openWorld(ownContent, noon);
  const { library } = world;
  const state = createSqliteState(':memory:');
  const chat = await createSlack({
    token: slack.botToken,
    way: { appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    state,
    settings: () => library.settings(),
    log: silentLog,
    now: () => noon,
    newId,
    hash,
    failed: (reason) => {
      throw reason;
    },
  });
  await chat.start(world.bot);
  return {
    slack,
    close: async () => {
      await chat.stop();
      await slack.stop();
      await state.close();
      world.close();
    },
  };
}
