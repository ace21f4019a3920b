/** The bot in the simulated Discord, as tests of the running adapter use it: everything real but Discord itself. */
import { join } from 'node:path';
import { createDiscord } from '../../../adapters/discord/chat.ts';
import type { DiscordChat } from '../../../adapters/discord/chat.ts';
import type { Options } from '../../../adapters/discord/options.ts';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import { createSqliteState } from '../../../adapters/sqlite/index.ts';
import type { UserError } from '../../../src/error.ts';
import type { Bot, Chat, State } from '../../../src/port.ts';
import type { Discord, Options as DiscordOptions } from '../../discord/index.ts';
import { startDiscord } from '../../discord/index.ts';
import { botOf, logInto, say } from '../bot.ts';
import type { Logged } from '../bot.ts';
import { appRequest } from '../request.ts';
import { surroundingsOf } from '../surroundings.ts';
import { folderOf } from '../temporary-folder.ts';

export interface Connected {
  readonly discord: Discord;
  readonly state: State;
  readonly logged: readonly Logged[];
  /** Why a chat was over for good, once one is. */
  readonly over: Promise<UserError>;
  /** Starts a bot; the one before it must have been stopped. */
  readonly start: (bot: Bot, options?: Partial<Options>) => Promise<Chat>;
  /** One that has not started yet. */
  readonly create: (options?: Partial<Options>) => DiscordChat;
  /** What a test is about: that number of Discord's, those who are notified. */
  readonly expect: (of: { readonly code?: number; readonly notified?: readonly string[] }) => void;
  /** Rejects if the bot sent anything that Discord refuses for what it is, or notified anyone, and that was not expected. */
  readonly stop: () => Promise<void>;
}

/** A server with the commands of that bot, and no bot in it so far. */
export async function openDiscord(
  options: DiscordOptions = {},
  { commands }: Pick<Bot, 'commands'> = botOf(() => say('')),
): Promise<Connected> {
  const discord = await startDiscord({ commands: commandsFor(appRequest({ commands })), ...options });
  const state = createSqliteState(join(folderOf({}), 'state.db'));
  const logged: Logged[] = [];
  const { promise: over, resolve: failed } = Promise.withResolvers<UserError>();
  const chats: Chat[] = [];
  let expected: Parameters<Connected['expect']>[0] = {};

  const create = (wishes: Partial<Options> = {}): DiscordChat => {
    const chat = createDiscord({
      token: discord.token,
      apiUrl: discord.apiUrl,
      ...surroundingsOf({ state, log: logInto(logged), failed }),
      ...wishes,
    });
    chats.push(chat);
    return chat;
  };

  return {
    discord,
    state,
    logged,
    over,
    create,
    start: async (bot, wishes) => {
      const chat = create(wishes);
      await chat.start(bot);
      return chat;
    },
    expect: (of) => {
      expected = of;
    },
    stop: async () => {
      const violations = discord.violations.filter(({ code }) => code !== expected.code);
      const notified = discord.pings.flatMap(({ whom }) => whom);
      await Promise.all(chats.map((chat) => chat.stop()));
      await discord.stop();
      await state.close();
      if (violations.length > 0) throw new Error(`Discord refused: ${JSON.stringify(violations)}`);
      if (String(notified) !== String(expected.notified ?? []))
        throw new Error(`Other people were notified than should be: ${notified.join(', ')}`);
    },
  };
}
