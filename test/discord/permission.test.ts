/** Who may do what where: what the app is refused, and what it does not hear of. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'discord.js';
import { Events, GatewayIntentBits, REST, Routes } from 'discord.js';
import { connect, outcome } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';

let discord: Discord;
let rest: REST;

beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterEach(() => discord.stop());

const id = (name: string): string => discord.idOf.channel(name);
const post = (channel: string, more: object = {}) =>
  outcome(rest.post(Routes.channelMessages(channel), { body: { content: 'x', ...more } }));

describe('the app is refused', () => {
  test('what it does not see, and what is not there', async () => {
    expect(await post(id('random'))).toBe(50001);
    expect(await post('1')).toBe(10003);
    expect(await outcome(rest.get(Routes.channelMessage(id('general'), '1')))).toBe(10008);
    expect(await outcome(rest.get(Routes.guild('1')))).toBe(10004);
    expect(await outcome(rest.get(Routes.guildMember(discord.idOf.guild(), '1')))).toBe(10007);
    await discord.uninstall();
    expect(await post(id('general'))).toBe(50001);
  });

  test('what it may not do', async () => {
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['sendMessages', 'embedLinks'] });
    expect(await post(id('general'))).toBe(50013);
    const thread = await discord.startThread({ user: 'ken', channel: 'general', name: 'talk', text: 'x' });
    expect(await post(thread.id)).toBe('ok');
    expect(await post(thread.id, { embeds: [{ title: 'x' }] })).toBe(50013);
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['sendInThreads'] });
    expect(await post(thread.id)).toBe(50013);
    expect(await post(id('general'))).toBe('ok');
    expect(await post(id('questions'))).toBe(50008);
  });

  test('to reply where it may not read the history, which is empty for it', async () => {
    const { id: message_id } = await discord.post({ user: 'ken', channel: 'general', text: 'x' });
    const reply = { message_reference: { message_id } };
    expect(await post(id('general'), reply)).toBe('ok');
    await discord.permit({ channel: 'general', who: '@everyone', deny: ['readHistory'] });
    expect(await post(id('general'), reply)).toBe(160002);
    expect(await rest.get(Routes.channelMessages(id('general')))).toEqual([]);
    expect(await post(id('general'), { message_reference: { message_id: '1' } })).toBe(50035);
  });

  test('to change what others wrote, and what stands in a thread that is archived', async () => {
    const other = await discord.post({ user: 'ken', channel: 'general', text: 'x' });
    const edit = (channel: string, message: string) =>
      outcome(rest.patch(Routes.channelMessage(channel, message), { body: { content: 'y' } }));
    expect(await edit(id('general'), other.id)).toBe(50005);
    expect(await outcome(rest.delete(Routes.channelMessage(id('general'), other.id)))).toBe(50013);
    const thread = await discord.startThread({ user: 'ken', on: other, name: 'talk' });
    await post(thread.id);
    const own = discord.messages('talk').at(-1)?.id ?? '';
    expect(await edit(thread.id, own)).toBe('ok');
    await discord.archive({ thread: 'talk' });
    expect(await edit(thread.id, own)).toBe(50083);
    expect(await post(thread.id)).toBe('ok');
    expect(thread.thread?.archived).toBe(false);
    expect(await edit(thread.id, own)).toBe('ok');
    await discord.archive({ thread: 'talk', locked: true });
    expect(await post(thread.id)).toBe(160005);
  });

  test('to write to people who let nobody, or whom it meets nowhere', async () => {
    const people = [{ name: 'ken', acceptsDirect: false }, { name: 'hanako' }];
    const shy = await startDiscord({ people });
    const api = new REST({ api: shy.apiUrl, retries: 0 }).setToken(shy.token);
    const write = async (user: string) => {
      const { id: channel } = (await api.post(Routes.userChannels(), {
        body: { recipient_id: shy.idOf.user(user) },
      })) as { id: string };
      return outcome(api.post(Routes.channelMessages(channel), { body: { content: 'x' } }));
    };
    expect(await write('ken')).toBe(50007);
    expect(await write('hanako')).toBe('ok');
    await shy.leave({ user: 'hanako' });
    expect(await write('hanako')).toBe(50007);
    await shy.stop();
  });
});

describe('people', () => {
  test('see and write only where they may', async () => {
    await post(id('staff'));
    expect(discord.seenBy('yui', 'staff')).toEqual(['x']);
    expect(discord.seenBy('ken', 'staff')).toEqual([]);
    const write = (user: string, channel: string) => discord.post({ user, channel, text: 'x' });
    await expect(write('ken', 'staff')).rejects.toThrow('ken may not write in staff');
    await expect(write('ken', 'questions')).rejects.toThrow('questions is a forum');
    await expect(write('nobody', 'general')).rejects.toThrow('there is no user nobody');
    await expect(write('ken', 'nowhere')).rejects.toThrow('there is no channel nowhere');
    await discord.grant({ user: 'ken', roles: ['organisers'] });
    expect(discord.seenBy('ken', 'staff')).toEqual(['x']);
  });
});

describe('what the app hears of', () => {
  const heardBy = (client: Client): string[] => {
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    return heard;
  };

  const say = async (text: string): Promise<void> => {
    for (const channel of ['general', 'random', 'dm'])
      await discord.post({ user: 'ken', channel, text: `${text} in ${channel}` });
    await discord.post({ user: 'ken', channel: 'general', text: `@meetup ${text}` });
    await discord.post({ user: 'ken', channel: 'general', text: 'end' });
  };

  const settled = async (heard: readonly string[], count: number): Promise<void> => {
    while (heard.length < count) await new Promise(setImmediate);
  };

  test('is what it sees and asked for', async () => {
    const client = await connect(discord);
    const heard = heardBy(client);
    await say('hello');
    await settled(heard, 4);
    expect(heard).toEqual(['hello in general', 'hello in dm', `<@${discord.appId}> hello`, 'end']);
    await client.destroy();
  });

  test('is nothing that it did not ask for', async () => {
    const client = await connect(discord, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    });
    const heard = heardBy(client);
    await say('hello');
    await settled(heard, 1);
    expect(heard).toEqual(['hello in dm']);
    await client.destroy();
  });

  test('is blank without the intent for content, but for mentions, direct messages and its own', async () => {
    const client = await connect(discord, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    });
    const heard = heardBy(client);
    await say('hello');
    await post(id('general'));
    await settled(heard, 5);
    expect(heard).toEqual(['', 'hello in dm', `<@${discord.appId}> hello`, '', 'x']);
    await client.destroy();
  });

  test('is blank over REST, too, where nobody switched content on', async () => {
    const strict = await startDiscord({ app: { privileged: 0 } });
    const api = new REST({ api: strict.apiUrl, retries: 0 }).setToken(strict.token);
    await strict.post({
      user: 'ken',
      channel: 'general',
      text: 'secret',
      files: [{ name: 'a.md', content: 'x' }],
    });
    const page = await api.get(Routes.channelMessages(strict.idOf.channel('general')));
    expect(page).toMatchObject([{ content: '', attachments: [], author: { username: 'ken' } }]);
    expect(await api.get(Routes.currentApplication())).toMatchObject({ flags: 0 });
    expect(await rest.get(Routes.currentApplication())).toMatchObject({ flags: (1 << 15) | (1 << 19) });
    await strict.stop();
  });
});
