/** The bot in the simulated Slack, as tests of the running adapter use it: everything real but Slack itself. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createSlack } from '../../../adapters/slack/chat.ts';
import type { Options } from '../../../adapters/slack/options.ts';
import { scopesFor } from '../../../adapters/slack/setup/scopes.ts';
import { createSqliteState } from '../../../adapters/sqlite/index.ts';
import type { UserError } from '../../../src/error.ts';
import type { Bot, Chat, State, StateRecord } from '../../../src/port.ts';
import type { Options as SlackOptions, Slack } from '../../slack/index.ts';
import { startSlack } from '../../slack/index.ts';
import { logInto } from '../bot.ts';
import type { Logged } from '../bot.ts';
import { surroundingsOf } from '../surroundings.ts';
import { folderOf } from '../temporary-folder.ts';

export { botOf, lineOf, say } from '../bot.ts';

export interface Connected {
  readonly slack: Slack;
  readonly state: State;
  readonly logged: readonly Logged[];
  /** Why a chat was over for good, once one is. */
  readonly over: Promise<UserError>;
  /** Starts a bot; the one before it must have been stopped. */
  readonly start: (bot: Bot, options?: Partial<Options>) => Promise<Chat>;
  /** One that has not started yet. */
  readonly create: (options?: Partial<Options>) => Chat;
  /** Settles when every event that was written down has been handled. */
  readonly idle: () => Promise<void>;
  /** Rejects if the bot sent anything that Slack refuses for what it is. */
  readonly stop: () => Promise<void>;
}

/** A workspace with the scopes that the manifest asks for, and no bot in it so far. */
export async function openSlack(options: SlackOptions = {}): Promise<Connected> {
  const slack = await startSlack({ ...options, app: { scopes: scopesFor(true), ...options.app } });
  const state = createSqliteState(join(folderOf({}), 'state.db'));
  const logged: Logged[] = [];
  const { promise: over, resolve: failed } = Promise.withResolvers<UserError>();
  const chats: Chat[] = [];

  const create = (wishes: Partial<Options> = {}): Chat => {
    const chat = createSlack({
      token: slack.botToken,
      way: { appToken: slack.appToken },
      apiUrl: slack.apiUrl,
      ...surroundingsOf({ state, log: logInto(logged), failed }),
      ...wishes,
    });
    chats.push(chat);
    return chat;
  };

  return {
    slack,
    state,
    logged,
    over,
    create,
    start: async (bot, wishes) => {
      const chat = create(wishes);
      await chat.start(bot);
      return chat;
    },
    idle: async () => {
      const isNew = ({ value }: StateRecord): boolean => (value as { state: string }).state === 'new';
      while ((await state.list('slack-event')).some(isNew)) await setImmediate();
    },
    stop: async () => {
      const { violations } = slack;
      await Promise.all(chats.map((chat) => chat.stop()));
      await slack.stop();
      await state.close();
      if (violations.length > 0) throw new Error(`Slack refused: ${JSON.stringify(violations)}`);
    },
  };
}
