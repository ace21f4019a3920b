/** discord.js, wired: what it hears, how little it keeps, and how often it may identify. */
import { Client, GatewayIntentBits as Intent, Options as Defaults } from 'discord.js';
import type { GuildMember } from 'discord.js';
import type { Words } from '../../../src/words/index.ts';
import type { Options } from '../options.ts';
import type { Clients } from '../rest/clients.ts';
import type { Timing } from '../timing.ts';
import type { Self } from '../workspace.ts';
import { createThrottler } from './budget.ts';
import { createStrategy } from './strategy.ts';

/** Nothing is heard of without a reason, which stands in the words. What mentions the bot has its text without any right to the texts of others. */
const intents: readonly (keyof Words['setup']['discord']['intent'])[] = [
  'Guilds',
  'GuildMessages',
  'GuildMessageReactions',
  'DirectMessages',
];

export interface Room extends Omit<Options, 'timing'> {
  readonly timing: Timing;
  readonly clients: Clients;
  readonly self: Self;
  /** Comes when the bot stops. */
  readonly signal: AbortSignal;
}

/** One that has not logged in. As many shards as Discord recommends, all in this process. */
export const createClient = (room: Room): Client =>
  new Client({
    intents: intents.map((name) => Intent[name]),
    shards: 'auto',
    makeCache,
    allowedMentions: { parse: [], repliedUser: false },
    rest: room.clients.common,
    ws: {
      buildStrategy: (manager) => createStrategy(manager, room),
      buildIdentifyThrottler: () => createThrottler(room),
    },
  });

/** Servers, their roles, channels and threads say who may see what. Nothing of what is said there is kept, and nobody but the bot. */
const makeCache = Defaults.cacheWithLimits({
  ...Defaults.DefaultMakeCacheSettings,
  GuildMemberManager: {
    maxSize: 0,
    keepOverLimit: (member: GuildMember) => member.id === member.client.user.id,
  },
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
  ...Object.fromEntries(
    [
      'ApplicationCommandManager',
      'AutoModerationRuleManager',
      'BaseGuildEmojiManager',
      'DMMessageManager',
      'EntitlementManager',
      'GuildBanManager',
      'GuildEmojiManager',
      'GuildInviteManager',
      'GuildMessageManager',
      'GuildScheduledEventManager',
      'GuildStickerManager',
      'MessageManager',
      'PresenceManager',
      'ReactionManager',
      'ReactionUserManager',
      'StageInstanceManager',
      'ThreadMemberManager',
      'VoiceStateManager',
    ].map((name) => [name, 0]),
  ),
});
