/** What is edited or deleted reaches the core as a call of the bot's own, and costs nothing else. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEdits } from '../../../adapters/discord/edits.ts';
import type { Call } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { collectingBot } from '../collecting.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];

beforeEach(async () => {
  calls = [];
  const bot = collectingBot(calls);
  connected = await openDiscord({}, bot);
  ({ discord } = connected);
  await connected.start(bot);
});
afterEach(() => connected.stop());

const post = (channel = 'general', text = 'hello') => discord.post({ user: 'ken', channel, text });

const thread = async () => {
  const on = await post();
  return { on, id: (await discord.startThread({ user: 'ken', name: 'docker', on })).id };
};

/** The refs of every call so far, once all that was told has been heard. */
async function refs(): Promise<readonly string[]> {
  await discord.ask({ user: 'gus', channel: 'dm', text: 'heard' });
  return calls.flatMap(({ command, input }) =>
    command === 'changed' && typeof input !== 'string' ? [input['at'] ?? ''] : [],
  );
}

const inChannel = ({ id, channel }: { readonly id: string; readonly channel: string }): string =>
  `${id}/${id} ${channel}/${id}`;

describe('a message of a channel', () => {
  test('may be kept alone or with its thread: both are named, by the bot itself', async () => {
    const message = await post();
    await discord.edit(message, 'hello again');
    expect(await refs()).toEqual([inChannel(message)]);
    expect(calls[0]).toMatchObject({
      command: 'changed',
      place: { channel: message.channel, workspace: discord.idOf.guild(), visibility: 'public' },
      person: { id: discord.appId, organiser: false, guest: true },
    });
  });

  test('that is deleted is named likewise, and several at once in one call', async () => {
    const [first, second, third] = [await post(), await post(), await post()];
    await discord.erase(first);
    await discord.purge([second, third]);
    expect(await refs()).toEqual([inChannel(first), `${inChannel(second)} ${inChannel(third)}`]);
  });

  test('is no other where Discord shows what a link leads to, however often it was edited before', async () => {
    const message = await post();
    await discord.unfurl(message, { title: 'Somebody else’s words' });
    expect(await refs()).toEqual([]);
    await discord.edit(message, 'hello again');
    await discord.unfurl(message, { title: 'Somebody else’s words' });
    expect(await refs()).toHaveLength(1);
    await discord.edit(message, 'and again');
    expect(await refs()).toHaveLength(2);
  });
});

describe('a thread', () => {
  test('is named itself, whichever message of it is another or gone', async () => {
    const { id } = await thread();
    const [one, other] = [await post(id), await post(id)];
    await discord.edit(one, 'x');
    await discord.erase(other);
    expect(await refs()).toEqual([`${id}/${id}`, `${id}/${id}`]);
  });

  test('is named when it is gone', async () => {
    const { id } = await thread();
    await discord.removeChannel(id);
    expect(await refs()).toEqual([`${id}/${id}`]);
  });

  test('is one of those that may be meant, where the bot does not know the place', async () => {
    const [channel, message] = ['4400000000000000001', '4400000000000000002'];
    discord.gateway.tell(
      'MESSAGE_DELETE',
      { id: message, channel_id: channel, guild_id: discord.idOf.guild() },
      discord.idOf.guild(),
    );
    expect(await refs()).toEqual([`${channel}/${channel} ${message}/${message} ${channel}/${message}`]);
  });
});

describe('nothing is heard of', () => {
  test('what the bot itself says otherwise, and what is said to it alone', async () => {
    const answer = await discord.ask({ user: 'ken', channel: 'dm', text: 'docker' });
    const shown = await discord.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    const question = discord.messages(discord.idOf.direct('ken'))[0];
    if (!question || !answer.message || !shown.message) throw new Error('nothing was said');
    await discord.edit(shown.message, 'otherwise');
    await discord.edit(question, 'podman');
    await discord.erase(question);
    expect(await refs()).toEqual([]);
  });

  test('by Discord or the State: neither is asked for anything', async () => {
    const message = await post();
    const costOf = async (work: () => Promise<unknown>) => {
      const [before, kept] = [discord.calls.length, (await connected.state.list('discord-post')).length];
      await work();
      await refs();
      const asked = discord.calls.slice(before).map(({ operation }) => operation);
      return [asked, (await connected.state.list('discord-post')).length - kept];
    };
    await refs();
    const nothing = await costOf(async () => {});
    const both = await costOf(async () => {
      await discord.edit(message, 'hello again');
      await discord.erase(message);
    });
    expect(await refs()).toHaveLength(2);
    expect(both).toEqual(nothing);
  });
});

test('an edit is new once', () => {
  const { isNew } = createEdits();
  expect([isNew('1', 'a'), isNew('1', 'a'), isNew('2', 'a'), isNew('1', 'b')]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
