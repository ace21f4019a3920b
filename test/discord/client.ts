/** The real discord.js, as tests start it: connected to the simulated Discord, and impatient. */
import type { ClientOptions, DiscordAPIError } from 'discord.js';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Discord } from './index.ts';

const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** Between two identifies discord.js waits for five seconds; here nobody does. */
const atOnce = { waitForIdentify: async (): Promise<void> => undefined };

/** A client that has not logged in yet. */
export const createClient = (discord: Discord, options: Partial<ClientOptions> = {}): Client =>
  new Client({
    intents,
    partials: [Partials.Channel, Partials.Message],
    rest: { api: discord.apiUrl, retries: 0, rejectOnRateLimit: () => true },
    ws: { buildIdentifyThrottler: async () => atOnce },
    ...options,
  });

/** Resolves when it is ready. */
export async function connect(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createClient(discord, options);
  const { promise, resolve } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  await client.login(discord.token);
  return promise;
}

/** `ok`, or the number that Discord says no with. */
export const outcome = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error as DiscordAPIError).code ?? error,
  );
