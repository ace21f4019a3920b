/** Commands about a channel, for tests of how chats hand one over: `tell #general every Monday`, `hush #general`. */
import type { Bot, Call, CommandInfo } from '../../src/port.ts';
import { botOf, say } from './bot.ts';
import { type Option, usualOption } from './option.ts';

const command = (name: string, options: CommandInfo['options']): CommandInfo => ({
  name,
  answer: 'private',
  listed: true,
  form: false,
  options,
  describe: () => ({
    called: [],
    summary: name,
    options: { channel: 'which channel', when: 'when' },
    examples: [],
  }),
});

const channel: Option = { ...usualOption, name: 'channel', type: 'channel' };

/** `hush` takes no other words. */
export const telling: readonly CommandInfo[] = [
  command('tell', [channel, { ...usualOption, name: 'when', type: 'text', rest: true }]),
  command('hush', [channel]),
];

/** A bot that knows them, and writes down what it was asked. */
export function tellingBot(calls: Call[]): Bot {
  const bot = botOf(() => say('noted'), calls);
  return { ...bot, commands: [...bot.commands, ...telling] };
}
