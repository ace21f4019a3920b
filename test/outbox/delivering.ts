/** A process that empties the outbox into Slack, for a test that kills it. It begins when it is told to. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { argv, stdin } from 'node:process';
import { createSlack } from '../../adapters/slack/chat.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Chat } from '../../src/port.ts';
import { botOf, logInto, say } from '../adapters/bot.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';

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
const careless: Pick<Chat, 'post'> = {
  post: (to, view, { key }) => chat.post(to, view, { key }),
};

await deliver(
  {
    state,
    chats: new Map([['slack', way === 'careless' ? careless : chat]]),
    now: () => new Date(),
    log,
    told: async () => {},
  },
  new AbortController().signal,
);
await chat.stop();
await state.close();
stdin.destroy();
