/** Bots of fixed answers, and a log that can be read, for tests of the chats. */
import type { Bot, Call, Log, View } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';

/** A line of the log. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: object;
  readonly message: string;
}

/** What is logged is added to the lines. */
export function logInto(lines: Logged[]): Log {
  const write =
    (level: Logged['level']) =>
    (facts: object, message: string): void => {
      lines.push({ level, facts, message });
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export const say = (words: string, next: View['next'] = []): View => ({ body: root(paragraph(words)), next });

/** What a call of one line asks for. */
export const lineOf = ({ input }: Pick<Call, 'input'>): string =>
  typeof input === 'string' ? input : JSON.stringify(input);

const commands = ['search', 'report', 'share', 'status'] as const;

/** A bot that answers what `reply` says, and writes down what it was asked. */
export const botOf = (
  reply: (call: Call, show: Parameters<Bot['answer']>[1]) => View | Promise<View>,
  calls: Call[] = [],
): Bot => ({
  commands: commands.map((name) => ({
    name,
    answer: name === 'share' ? 'public' : 'private',
    listed: name !== 'share',
    form: false,
    options: [
      {
        name: 'text',
        type: 'text',
        suggests: false,
        rest: true,
        required: false,
        listed: true,
        long: false,
        min: null,
        max: null,
      },
    ],
    describe: () => ({ called: [], summary: name, options: {}, examples: [] }),
  })),
  answer: async (call, show) => {
    calls.push(call);
    return reply(call, show);
  },
  suggest: async () => [],
  localeOf: async ({ locale = 'ja' }) => locale,
});
