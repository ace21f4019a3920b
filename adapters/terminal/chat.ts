/** The terminal as a chat: what one types is a message, what the bot says comes back with numbered buttons. */
import { createInterface } from 'node:readline';
import type { Bot, Chat, Next, View } from '../../src/port.ts';
import type { Words } from '../../src/words/index.ts';
import { callOf, makeCall } from './call.ts';
import type { Speaking } from './call.ts';
import { compile } from './compile.ts';
import type { Reader } from './compile.ts';
import { createMessages } from './message.ts';

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly reader: Reader;
  readonly words: Words;
  readonly who: Speaking;
  readonly now: () => Date;
}

/** A Chat of one person. */
export interface Terminal extends Chat {
  /** Settles when the input ends or someone types `exit`. */
  finished(): Promise<void>;
}

/** What a button does. Here is no form to look at: the command says how to type what it needs. */
const callIn = ({ command, input, form }: Next): Pick<Next, 'command' | 'input'> => ({
  command,
  input: form ? '' : input,
});

const farewell = new Set(['exit', 'quit', ':q']);

export function createTerminal(options: TerminalOptions): Terminal {
  const { input, output, reader, words, who, now } = options;
  const lines = createInterface({
    input,
    crlfDelay: Infinity,
    ...(input.isTTY ? { output, terminal: true } : {}),
  });
  // Taken at once: lines that come, and an end that comes, before it is taken would be missed.
  const typed = lines[Symbol.asyncIterator]();
  const messages = createMessages(now);
  const print = (text: string): void => void output.write(`${text}\n`);
  let buttons: readonly Next[] = [];
  let conversation: Promise<void> = Promise.resolve();
  let isOpen = true;
  lines.once('close', () => (isOpen = false));

  const show = (view: View): void => {
    buttons = view.next;
    print(`${compile(view, reader)}\n`);
  };

  const answer = async (line: string, bot: Bot): Promise<void> => {
    const number = /^[0-9]{1,3}$/.test(line) ? Number(line) : null;
    const pressed = number === null ? undefined : buttons[number - 1];
    if (number !== null && pressed === undefined && buttons.length > 0) {
      print(`${words.terminal.noSuchButton(number, buttons.length)}\n`);
      return;
    }
    const call = pressed === undefined ? callOf(line, bot, who) : makeCall(callIn(pressed), who);
    if (bot.commands.find(({ name }) => name === call.command)?.answer === 'public')
      print(words.terminal.everyoneSees);
    const view = await bot.answer(call);
    messages.posted(view, call.id);
    show(view);
  };

  // Whoever types ahead may have ended the input before the answer came.
  const ask = (): void => {
    if (input.isTTY && isOpen) lines.prompt();
  };

  const converse = async (bot: Bot): Promise<void> => {
    lines.setPrompt('> ');
    ask();
    for await (const raw of typed) {
      const line = raw.trim();
      if (farewell.has(line.toLowerCase())) break;
      messages.heard(line, who.person);
      await answer(line, bot);
      ask();
    }
    lines.close();
  };

  return {
    platform: 'terminal',
    finished: () => conversation,
    start: async (bot) => {
      await answer('', bot);
      print(words.terminal.prompt);
      conversation = converse(bot);
    },
    stop: async () => {
      lines.close();
      await conversation;
    },
    post: async (_to, view, { key, mayStill }) => {
      if (mayStill !== undefined && !(await mayStill())) return { status: 'unsure' };
      const { ref, isNew } = messages.posted(view, key);
      if (isNew) show(view);
      return { status: 'posted', ref };
    },
    edit: async (ref, view) => {
      const result = messages.edited(ref, view);
      if (result.status === 'posted') show(view);
      return result;
    },
    thread: async (at) => messages.thread(at),
  };
}
