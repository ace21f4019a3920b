/** Who is really notified: what is written, as far as it is allowed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { REST, Routes } from 'discord.js';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';

let discord: Discord;
let rest: REST;

beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterEach(() => discord.stop());

const ken = () => `<@${discord.idOf.user('ken')}>`;
const organisers = () => `<@&${String(BigInt(discord.idOf.guild()) + 1n)}>`;

async function pinged(body: object): Promise<readonly string[]> {
  const before = discord.pings.length;
  await rest.post(Routes.channelMessages(discord.idOf.channel('general')), { body });
  return discord.pings.slice(before).flatMap(({ whom }) => whom);
}

const loud = () => discord.permit({ channel: 'general', who: 'meetup', allow: ['mentionEveryone'] });

describe('a message of the app notifies', () => {
  test('everybody it names where nothing is said of that: this is how Discord is', async () => {
    await loud();
    const content = `${ken()} ${organisers()} @everyone @here`;
    expect(await pinged({ content })).toEqual(['ken', '@organisers', '@everyone', '@here']);
  });

  test('nobody where nothing is allowed', async () => {
    await loud();
    const content = `${ken()} ${organisers()} @everyone @here`;
    expect(await pinged({ content, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pinged({ content, allowed_mentions: {} })).toEqual([]);
    expect(discord.messages('general')[0]?.mentions).toEqual({ users: [], roles: [], everyone: false });
  });

  test('those that are listed, if they are named as well', async () => {
    const users = [discord.idOf.user('ken'), discord.idOf.user('yui')];
    expect(await pinged({ content: ken(), allowed_mentions: { users } })).toEqual(['ken']);
    expect(await pinged({ content: 'nobody', allowed_mentions: { users } })).toEqual([]);
    expect(
      await pinged({ content: `${ken()} ${organisers()}`, allowed_mentions: { parse: ['users'] } }),
    ).toEqual(['ken']);
  });

  test('no role and not everybody where it may not', async () => {
    expect(await pinged({ content: `${organisers()} @everyone` })).toEqual([]);
  });

  test('nobody by code or by an embed, but by a text display', async () => {
    expect(await pinged({ content: `\`${ken()}\` \`\`\`\n${ken()}\n\`\`\`` })).toEqual([]);
    expect(await pinged({ embeds: [{ description: ken() }] })).toEqual([]);
    const inside = { type: 17, components: [{ type: 10, content: ken() }] };
    expect(await pinged({ flags: 1 << 15, components: [inside] })).toEqual(['ken']);
  });

  test('whom it answers, unless that is switched off', async () => {
    const { id } = await discord.post({ user: 'ken', channel: 'general', text: 'x' });
    const reply = { content: 'y', message_reference: { message_id: id } };
    expect(await pinged(reply)).toEqual(['ken']);
    expect(await pinged({ ...reply, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pinged({ ...reply, allowed_mentions: { parse: [], replied_user: true } })).toEqual(['ken']);
  });

  test('nobody by an edit', async () => {
    const path = Routes.channelMessages(discord.idOf.channel('general'));
    const { id } = (await rest.post(path, { body: { content: 'x' } })) as { id: string };
    await rest.patch(`${path}/${id}`, { body: { content: ken() } });
    expect(discord.pings).toEqual([]);
    expect(discord.messages('general')[0]?.mentions.users).toEqual([discord.idOf.user('ken')]);
  });
});
