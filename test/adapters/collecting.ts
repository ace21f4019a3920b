/** A bot that is asked for notes: `collect` is for nobody else's eyes, and its answer has a way on and a form. */
import type { Bot, Call, CommandInfo, View } from '../../src/port.ts';
import { botOf, say } from './bot.ts';

const option = (name: string, rest = false): CommandInfo['options'][number] => ({
  name,
  type: 'text',
  suggests: false,
  rest,
  required: false,
  listed: rest,
  long: false,
  min: null,
  max: null,
});

const info = (name: string, more: Partial<CommandInfo>): CommandInfo => ({
  name,
  answer: 'discreet',
  listed: true,
  form: false,
  options: [option('title', true), option('at'), option('draft'), option('step')],
  describe: () => ({ called: [], summary: name, options: {}, examples: [] }),
  ...more,
});

/** What the preview offers. */
const next: View['next'] = [
  { label: 'Save', command: 'collect', input: 'draft:d1 step:save' },
  { label: 'Change', command: 'collect-change', input: 'draft:d1 title:Caches', form: true },
];

type Answer = (...told: Parameters<Bot['answer']>) => View | Promise<View>;

/** `calls` is what it was asked, but for what it hears when a channel changes. */
export function collectingBot(
  calls: Call[] = [],
  answer: Answer = ({ command, input }) => say(`${command}: ${JSON.stringify(input)}`, next),
): Bot {
  const plain = botOf(() => say(''));
  return {
    ...plain,
    commands: [
      ...plain.commands,
      info('collect', {}),
      info('privacy', {}),
      info('collect-change', { listed: false, form: true }),
      info('changed', { listed: false, answer: 'private' }),
    ],
    answer: async (call, show) => {
      if (call.command === 'joined') return say('');
      calls.push(call);
      return answer(call, show);
    },
  };
}
