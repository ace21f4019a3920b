/** A Discord on loopback: a guild with people in it, as the real discord.js sees one. It refuses what Discord would refuse. */
import { addressOf, close, listen } from '../simulator/server.ts';
import { transcript } from '../simulator/transcript.ts';
import type { Server } from 'node:http';
import type { Controls } from './controls.ts';
import { controlsOf } from './controls.ts';
import type { Made, Options } from './create.ts';
import { create } from './create.ts';
import type { People, Screens } from './people/index.ts';
import { peopleOf, screensOf } from './people/index.ts';
import { token } from './seed.ts';
import { doorOf } from './server.ts';
import type { State } from './state.ts';
import { directOf, guildOf, roomOf, userOf } from './find.ts';
import { namesOf } from './transcript.ts';
import type { ApiCall, Violation, World } from './world.ts';

export { NotAcknowledged } from '../simulator/not-acknowledged.ts';
export type { Options } from './create.ts';
export type { Answer } from './people/answer.ts';

export interface Discord extends People, Screens, Controls {
  /** For `rest.api` and `DISCORD_API_URL`; without a version. */
  readonly apiUrl: string;
  readonly token: string;
  /** Of the app, and of its user. */
  readonly appId: string;
  /** Ids by name: of a person, a channel or thread, a guild (the first if nothing is said). */
  readonly idOf: {
    readonly user: (name: string) => string;
    readonly channel: (name: string) => string;
    /** Of a person's conversation with the app. */
    readonly direct: (user: string) => string;
    readonly guild: (name?: string) => string;
  };
  readonly state: State;
  /** Callbacks so far, each with its type and the milliseconds that it took. */
  readonly acknowledgements: World['acknowledgements'];
  /** What Discord would have refused because it was wrong, and did here: empty at the end of a good test. */
  readonly violations: readonly Violation[];
  /** Calls of the REST API so far, the oldest first. */
  readonly calls: readonly ApiCall[];
  /** Everything that became visible so far, as text. */
  transcript(): string;
  stop(): Promise<void>;
}

async function stop({ world, gateway }: Made, server: Server): Promise<void> {
  await gateway.close();
  world.clock.stop();
  world.feed.stop();
  await close(server);
}

/**
 * Starts a guild, *Meetup Tokyo*, with hanako (ja), ken (en-US), yui (an organiser) and gus (en-GB) in #general, #random (which
 * the app does not see), #staff (organisers and the app), #news (announcements) and #questions (a forum with the tags docker
 * and search). People, channels, threads and guilds are named by name or id; `dm` is the conversation with the app.
 *
 *     const discord = await startDiscord({ commands: [{ name: 'meetup', description: 'x', options: [...] }] });
 *     const client = new Client({ intents: [...], rest: { api: discord.apiUrl } });
 *     client.on('interactionCreate', async (interaction) => {
 *       if (!interaction.isChatInputCommand()) return;
 *       await interaction.deferReply({ flags: MessageFlags.Ephemeral });
 *       await interaction.editReply({ content: 'hello', allowedMentions: { parse: [] } });
 *     });
 *     await client.login(discord.token);
 *     const answer = await discord.command({
 *       user: 'hanako', channel: 'general', name: 'meetup search', options: { query: '監視' },
 *     });
 *     expect(answer.text).toBe('hello');
 *     await discord.press({ user: 'hanako', on: answer, button: 'Share' });
 *     const choices = await discord.suggest({
 *       user: 'hanako', channel: 'dm', name: 'meetup search', option: 'query', options: { query: '監' },
 *     });
 *     expect(discord.violations).toEqual([]);
 *     expect(discord.pings).toEqual([]);
 *     await client.destroy();
 *     await discord.stop();
 *
 * People use only commands that are registered: by `commands`, or by the app itself over REST. What is not called back within
 * `deadline` rejects with NotAcknowledged; nobody waits for `advance`. Operations have the names of Discord's specification:
 * `discord.limit('create_message', { retryAfter: 1 })`, `discord.fail('update_original_webhook_message', { kind: 'cut' })`.
 * `discord.gateway` cuts, closes, refuses and deafens. Destroy the client first, then stop Discord.
 */
export async function startDiscord(options: Options = {}): Promise<Discord> {
  let address = '';
  const made = create(options, () => address);
  const { world, rest, gateway } = made;
  const server = await listen(doorOf(rest, gateway));
  address = addressOf(server);
  const { state } = world;
  return {
    apiUrl: `${address}/api`,
    token,
    appId: state.app.id,
    idOf: {
      user: (name) => userOf(state, name).id,
      channel: (name) => roomOf(state, name).id,
      direct: (name) => directOf(state, userOf(state, name)).id,
      guild: (name) => guildOf(state, name).id,
    },
    state,
    ...peopleOf(world),
    ...screensOf(world),
    ...controlsOf(made),
    acknowledgements: world.acknowledgements,
    violations: world.violations,
    calls: world.calls,
    transcript: () => transcript(world.feed.effects, namesOf(state)),
    stop: () => stop(made, server),
  };
}
