/** What a page of the playground sends: a line, a button, or a form of the bot's with what is written in it. */
import { filledForm } from '../../../src/view/form.ts';
import type { Conversation, Speaking } from './conversation.ts';

/** Characters that one may type at a time. */
export const longest = 4_000;

/** How a page calls a field of a form of the bot's. */
export const fieldName = (option: string): string => `field:${option}`;

export interface Sent {
  /** What was typed into the line; '' where it was not. */
  readonly line: string;
  /** Characters that were typed, or 1 where nothing needs to be. */
  readonly length: number;
  /** Resolves to the `id` of the last message that came of it. */
  readonly deliver: (to: Conversation, who: Speaking) => Promise<number>;
}

type Read = (value: string, form: URLSearchParams) => Sent;

const pressed = (deliver: Sent['deliver']): Sent => ({ line: '', length: 1, deliver });

/** By the name under which it is sent. */
const readers: Readonly<Record<string, Read>> = {
  call: (call) => pressed(({ press }, who) => press(who, call)),
  open: (call) => pressed(({ open }, who) => open(who, call)),
  form: (called, form) => {
    const filled = fieldsIn(form);
    const length = Object.values(filled).join('').length;
    return {
      ...pressed(({ fill }, who) => fill(who, filledForm(called, filled))),
      length: Math.max(1, length),
    };
  },
  text: (typed) => {
    const line = typed.trim();
    return { line, length: line.length, deliver: ({ say }, who) => say(who, line) };
  },
};

export function sentIn(form: URLSearchParams): Sent {
  for (const [name, read] of Object.entries(readers)) {
    const value = form.get(name);
    if (value !== null) return read(asTyped(value), form);
  }
  return { line: '', length: 0, deliver: async () => 0 };
}

/** A browser sends the end of a line as CRLF. */
const asTyped = (value: string): string => value.replaceAll('\r\n', '\n');

const prefix = fieldName('');

const fieldsIn = (form: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), asTyped(value)]),
  );
