/** Commands of two words: how Discord has them, and what comes of them. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { commandWithin, groupsOf, nameWithin } from '../../../adapters/discord/group.ts';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import { planOf } from '../../../adapters/discord/setup/plan.ts';
import type { Bot, Call, CommandInfo } from '../../../src/port.ts';
import { botOf, say } from '../bot.ts';
import { appRequest } from '../request.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';
import { event, eventNew } from './event-commands.ts';
import { registered } from './registered.ts';

const request = (...added: readonly CommandInfo[]) =>
  appRequest({ commands: [...botOf(() => say('')).commands, ...added], locale: 'ja' });

const slash = (...added: readonly CommandInfo[]) => commandsFor(request(...added))[0];

const optionsOf = (...added: readonly CommandInfo[]) => {
  const command = slash(...added);
  return command !== undefined && 'options' in command ? (command.options ?? []) : [];
};

describe('a group', () => {
  test('has the command that it is named after first, as its show, in the reader’s language too', () => {
    expect(optionsOf(eventNew, event).at(-1)).toMatchObject({
      type: 2,
      name: 'event',
      name_localizations: { ja: '予定' },
      description: 'イベントひとつ',
      description_localizations: { 'en-US': 'One event' },
      options: [
        { type: 1, name: 'show', name_localizations: { ja: '表示' }, description: 'イベントひとつ' },
        { type: 1, name: 'new', name_localizations: { ja: '追加' }, description: 'イベントを知らせます' },
      ],
    });
  });

  test('calls a command by the word that it does not say itself, and by none where there are several', () => {
    const called = (...words: string[]): CommandInfo => ({
      ...eventNew,
      describe: (locale) => ({ ...eventNew.describe(locale), called: words }),
    });
    const nameOf = (command: CommandInfo) => {
      const group = optionsOf(event, command).at(-1);
      return group !== undefined && 'options' in group ? group.options?.at(-1)?.name_localizations : null;
    };
    expect(nameOf(eventNew)).toEqual({ ja: '追加' });
    expect(nameOf(called('予定を足す'))).toMatchObject({ ja: '予定を足す' });
    expect(nameOf(called('新しい 予定 の 案内'))).toEqual({});
    expect(nameOf(called())).toEqual({});
  });

  test('can do without such a command', () => {
    const group = optionsOf(eventNew).at(-1);
    expect(group).toMatchObject({ type: 2, name: 'event', name_localizations: {} });
    expect(group).toMatchObject({ options: [{ name: 'new' }] });
  });

  test('is none where no other command begins with that word', () => {
    expect(optionsOf(event).at(-1)).toMatchObject({ type: 1, name: 'event' });
  });

  test('is as the specification has it, and nothing is to be done once it is registered', () => {
    const commands = commandsFor(request(event, eventNew));
    for (const command of commands)
      expect(ApplicationCommandUpdateRequestSchema.parse(command)).toEqual(command);
    expect(planOf(commands, registered(commands)).map(({ kind }) => kind)).toEqual(['nothing', 'nothing']);
  });

  test('that came since is a difference with its name', () => {
    const [step] = planOf(commandsFor(request(event, eventNew)), registered(commandsFor(request(event))));
    expect(step?.differences.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['options.event.options.new', 'options.event.type']),
    );
  });

  test('names its commands so that each is found again', () => {
    const commands = [event, eventNew, { ...event, name: 'search' }];
    for (const { name, isGroup, commands: members } of groupsOf(commands))
      for (const member of members)
        expect(isGroup ? commandWithin(name, nameWithin(name, member.name)) : name).toBe(member.name);
  });
});

describe('a command of a group', () => {
  let connected: Connected;
  afterEach(() => connected.stop());

  async function start(suggest: Bot['suggest'] = async () => []): Promise<Call[]> {
    const calls: Call[] = [];
    const bot: Bot = { ...botOf(({ command }) => say(`that was ${command}`), calls), suggest };
    const all = { ...bot, commands: [...bot.commands, event, eventNew] };
    connected = await openDiscord({}, all);
    await connected.start(all);
    return calls;
  }

  const hanako = { user: 'hanako', channel: 'general' };

  test('is called by both words', async () => {
    const calls = await start();
    const { discord } = connected;
    await discord.command({ ...hanako, name: 'meetup event new', options: { title: 'LT' } });
    await discord.sees({ user: 'hanako', text: 'that was event-new' });
    expect(calls).toMatchObject([{ command: 'event-new', input: { title: 'LT' } }]);
  });

  test('that the group is named after is its show', async () => {
    const calls = await start();
    const { discord } = connected;
    await discord.command({ ...hanako, name: 'meetup event show', options: { name: 'Docker', page: 2 } });
    await discord.sees({ user: 'hanako', text: 'that was event' });
    expect(calls).toMatchObject([{ command: 'event', input: { name: 'Docker', page: '2' } }]);
  });

  test('is suggested for while it is typed', async () => {
    const asked: unknown[] = [];
    await start(async ({ command, input }, option) => {
      asked.push([command, input, option]);
      return [{ label: 'Docker Meetup', value: 'abc' }];
    });
    const typing = { ...hanako, name: 'meetup event show', option: 'name', options: { name: 'Doc' } };
    expect(await connected.discord.suggest(typing)).toEqual([{ name: 'Docker Meetup', value: 'abc' }]);
    expect(asked).toEqual([['event', { name: 'Doc' }, 'name']]);
  });
});
