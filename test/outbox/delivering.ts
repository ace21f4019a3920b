/** A process that empties the outbox into Slack, for a test that kills it. It begins when it is told to. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { argv, pid, stdin } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { createSlack } from '../../adapters/slack/chat.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Delivery } from '../../src/outbox/deliver.ts';
import type { Chat } from '../../src/port.ts';
import { botOf, logInto, say } from '../adapters/bot.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';
import { waiting } from './letter.ts';

const log = logInto([]);
const [, , path = '', apiUrl = '', token = '', way = ''] = argv;

// It will not come to its end, where that would be done by itself.
flushCompileCache();
await once(stdin, 'data');
const state = createSqliteState(path);
const chat = createSlack({
  token,
  way: { signingSecret: 'unused', port: 0, host: '127.0.0.1' },
  apiUrl,
  ...surroundingsOf({ state, log, failed: () => {} }),
});
await chat.start(botOf(() => say('')));

/** Does not look where it may have posted before. */
const careless: Pick<Chat, 'post' | 'edit'> = {
  ...chat,
  post: (to, view, { key }) => chat.post(to, view, { key }),
};

const outbox: Delivery = {
  state,
  chats: new Map([['slack', way === 'careless' ? careless : chat]]),
  owner: String(pid),
  now: () => new Date(),
  log,
  told: async () => {},
  // What a killed process began here arrives at once or never.
  timing: { lease: 600, settle: 300, request: 100 },
};

// As rounds do it every minute: what was begun by the process before is looked for when its time has come.
do {
  await deliver(outbox, new AbortController().signal);
  await wait(50);
} while ((await waiting(state)).length > 0);
await chat.stop();
await state.close();
stdin.destroy();
