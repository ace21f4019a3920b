/** Files that are handed over with answers and posts, and when they are not. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { compile } from '../../../adapters/discord/compile.ts';
import { fileLimits } from '../../../adapters/discord/limits.ts';
import type { Attachment, Call, Chat, Place, View } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { everyComponent } from '../../discord/component.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

const calendar: Attachment = {
  name: 'docker-meetup.ics',
  type: 'text/calendar',
  text: 'BEGIN:VCALENDAR\r\nSUMMARY:監視\r\nEND:VCALENDAR\r\n',
};

/** A button of the answer leads to another without a file. */
const view = (call: Call): View => ({
  ...say(`here: ${lineOf(call)}`, [{ label: 'Read', command: 'report', input: 'abc' }]),
  ...(call.command === 'search' && { files: [calendar] }),
});

let connected: Connected;
let discord: Discord;
let chat: Chat;

const hanako = { user: 'hanako', channel: 'general' };

const ask = async () => {
  await discord.command({ ...hanako, name: 'meetup search', options: { text: 'docker' } });
  return discord.sees({ user: 'hanako', text: 'here:' });
};

const place = (): Place => ({
  platform: 'discord',
  workspace: discord.idOf.guild(),
  channel: discord.idOf.channel('general'),
  visibility: 'public',
});

async function start(appMayNot: readonly 'attachFiles'[] = []): Promise<void> {
  const guilds = [{ name: 'Meetup Tokyo', rooms: [{ name: 'general', appMayNot }] }];
  connected = await openDiscord({ guilds });
  ({ discord } = connected);
  chat = await connected.start(botOf(view));
}

const attached = (): readonly string[] =>
  discord.messages('general').flatMap((message) => message.attachments.map(({ name }) => name));

afterEach(() => connected.stop());

describe('a file', () => {
  beforeEach(() => start());

  test('comes with an answer, also where only one person sees it, byte for byte', async () => {
    const { text, message } = await ask();
    expect(text).toContain('(file: docker-meetup.ics)');
    expect(message?.onlyFor).toBe(discord.idOf.user('hanako'));
    const [file] = message?.attachments ?? [];
    expect([file?.type, new TextDecoder().decode(file?.content)]).toEqual(['text/calendar', calendar.text]);
  });

  test('goes when the answer becomes another', async () => {
    const on = await ask();
    await discord.press({ user: 'hanako', on, button: 'Read' });
    const after = await discord.sees({ user: 'hanako', text: 'here: abc' });
    expect(after.message?.id).toBe(on.message?.id);
    expect(after.message?.attachments).toEqual([]);
  });

  test('comes with an answer to what somebody wrote, and with a post', async () => {
    const { text } = await discord.ask({ ...hanako, text: '@meetup docker' });
    expect(text).toContain('(file: docker-meetup.ics)');
    await chat.post(place(), { ...say('Digest'), files: [calendar] }, { key: 'digest/1' });
    expect(attached()).toEqual(['docker-meetup.ics', 'docker-meetup.ics']);
  });

  test('is added and taken away where a post is edited', async () => {
    const posted = await chat.post(place(), say('Digest'), { key: 'digest/1' });
    const ref = posted.status === 'posted' ? posted.ref : '';
    await chat.edit(ref, { ...say('Digest'), files: [calendar] });
    expect(attached()).toEqual(['docker-meetup.ics']);
    await chat.edit(ref, say('Digest'));
    expect(attached()).toEqual([]);
  });
});

test('is left out of a post where the bot may hand over none', async () => {
  await start(['attachFiles']);
  const posted = await chat.post(place(), { ...say('Digest'), files: [calendar] }, { key: 'digest/1' });
  expect(posted.status).toBe('posted');
  expect(discord.seenBy('hanako', 'general')).toEqual(['Digest']);
  // An answer to a command is Discord's own message: there it may.
  expect((await ask()).text).toContain('(file: docker-meetup.ics)');
});

test('files that are too many or too large are counted, and what is sent is within the limits', async () => {
  await start();
  const many = Array.from({ length: 12 }, (_, index) => ({ ...calendar, name: `${index}.ics` }));
  const large = { ...calendar, name: 'large.ics', text: '監'.repeat(fileLimits.bytes / 2) };
  const next = Array.from({ length: 25 }, (_, index) => ({
    label: 'a',
    command: 'report',
    input: `${index}`,
  }));
  const { components, files } = compile({ ...say('All'), next, files: [large, ...many] }, { locale: 'en' });
  expect(files.map(({ name }) => name)).toEqual(many.slice(0, 5).map(({ name }) => name));
  expect(components[0]).toMatchObject({ content: 'All\n\n…and 8 more parts that did not fit here.' });
  expect(everyComponent(components).length).toBeLessThanOrEqual(40);
});
