/** The bot may write in a channel: the core hears of it. A digest notifies its role alone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Call } from '../../../src/port.ts';
import { heading, paragraph, root, text } from '../../../src/view/build.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];
/** Resolves with the first call. */
let asked: PromiseWithResolvers<Call>;

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  calls = [];
  asked = Promise.withResolvers();
});
afterEach(() => connected.stop());

const start = (workspaces: readonly string[] = []) =>
  connected.start(
    botOf((call) => {
      asked.resolve(call);
      return say('It goes on.');
    }, calls),
    { settings: async () => ({ locale: 'ja', organisers: [], workspaces }) },
  );

/** Everything that was told before has been handled. */
const handled = () =>
  discord.command({ user: 'ken', channel: 'general', name: 'meetup search', options: { text: 'x' } });

test('that is a call of nobody’s, in that channel', async () => {
  await start();
  await discord.permit({ channel: 'random', who: 'meetup', allow: ['viewChannel'] });
  expect(await asked.promise).toMatchObject({
    command: 'joined',
    input: '',
    place: { platform: 'discord', channel: discord.idOf.channel('random'), visibility: 'public' },
    person: { organiser: false, guest: true },
    locale: 'ja',
  });
  expect(discord.messages('random')).toEqual([]);
});

test('of a channel in which it may not write the core hears nothing', async () => {
  await start();
  await discord.permit({ channel: 'general', who: 'meetup', deny: ['sendMessages'] });
  await handled();
  expect(calls.map(({ command }) => command)).toEqual(['search']);
});

test('of a server that is not the community’s the core hears nothing', async () => {
  await start(['123456']);
  await discord.permit({ channel: 'random', who: 'meetup', allow: ['viewChannel'] });
  await handled();
  expect(calls).toEqual([]);
});

test('what mentions a role notifies that role, and no text in it anybody', async () => {
  const chat = await start();
  const guild = discord.state.guilds.get(discord.idOf.guild());
  const role = [...(guild?.roles.values() ?? [])].find(({ name }) => name === 'organisers');
  if (guild === undefined || role === undefined) throw new Error('there is no such role');
  guild.roles.set(role.id, { ...role, mentionable: true });
  const body = root(
    heading(2, 'This week @everyone'),
    paragraph({ type: 'mention', of: 'role', id: role.id, name: role.name }),
    paragraph(text(`@here <@${discord.idOf.user('ken')}> <@&${guild.id}>`)),
  );
  const place = {
    platform: 'discord',
    workspace: guild.id,
    channel: discord.idOf.channel('general'),
    visibility: 'public',
  } as const;
  await chat.post(place, { body, next: [] }, { key: 'digest' });
  expect(discord.pings.map(({ whom }) => whom)).toEqual([['@organisers']]);
  connected.expect({ notified: ['@organisers'] });
});
