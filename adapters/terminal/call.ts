/** A line that someone typed → a Call. Who sits at the terminal owns the machine: an organiser. */
import { randomUUID } from 'node:crypto';
import { readCall } from '../../src/command/next.ts';
import type { Bot, Call, Input, Locale, Person, Place } from '../../src/port.ts';

export interface Speaking {
  readonly person: Person;
  readonly locale: Locale;
}

export const place: Place = {
  platform: 'terminal',
  workspace: 'terminal',
  channel: 'terminal',
  visibility: 'direct',
};

/** The Call that a line makes: `/meetup search buildkit`, `search buildkit` and `buildkit` are the same. */
export const callOf = (line: string, bot: Bot, who: Speaking): Call =>
  makeCall(readCall(line, bot.commands), who);

/** A Call of a command that is known already, as from a button. */
export const makeCall = (what: { readonly command: string; readonly input: Input }, who: Speaking): Call => ({
  command: what.command,
  input: what.input,
  place,
  person: who.person,
  locale: who.locale,
  id: randomUUID(),
});
