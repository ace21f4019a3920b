/** Someone types a line, presses a button or fills in a form: it is kept, asked, answered, and those who look on are told. */
import { fieldsOf, readButton, readSpoken } from '../../../src/command/next.ts';
import type { Bot, Call, Locale } from '../../../src/port.ts';
import { heading, root } from '../../../src/view/build.ts';
import { formOf } from '../../../src/view/form.ts';
import type { Form } from '../../../src/view/form.ts';
import { addressed } from './addressed.ts';
import type { Draft, History } from './history.ts';
import type { Live } from './live.ts';
import { botId } from './people.ts';
import type { Member } from './people.ts';
import { asTyped, said } from './said.ts';
import { channelOf, placeOf } from './spot.ts';
import type { Spot } from './spot.ts';

/** Who says something where. */
export interface Speaking {
  readonly person: Member;
  readonly locale: Locale;
  readonly spot: Spot;
}

interface Parts {
  readonly bot: Bot;
  readonly history: History;
  readonly live: Live;
  readonly newId: () => string;
}

export interface Conversation extends Parts {
  /** Keeps a message and tells those who see it. Returns its `id`. */
  readonly keep: (draft: Draft) => number;
  /** A line that was typed; resolves to the `id` of the last message that came of it. */
  readonly say: (who: Speaking, line: string) => Promise<number>;
  /** The call that a button carries, as `writeCall` wrote it. */
  readonly press: (who: Speaking, call: string) => Promise<number>;
  /** The same of a button that opens a form. */
  readonly open: (who: Speaking, call: string) => Promise<number>;
  /** A form, with what is written in it. */
  readonly fill: (who: Speaking, asked: Asked) => Promise<number>;
  readonly callOf: (who: Speaking, asked: Asked) => Promise<Call>;
}

type Asked = Pick<Call, 'command' | 'input'>;
type Said = ReturnType<typeof readButton>;

/** Its name, as a command or as one calls somebody. */
const called = /^[/@]meetup(?=[\s　]|$)/u;

/** Alone with the bot every line is for it, elsewhere what begins with its name. */
const isForBot = ({ room, thread }: Spot, line: string): boolean =>
  (room === 'direct' && thread === null) || called.test(line);

export function createConversation(parts: Parts): Conversation {
  const { bot, history, live, newId } = parts;

  const keep: Conversation['keep'] = (draft) => {
    const { id, isNew } = history.add(draft);
    if (isNew) live.tell(draft.channel, draft.only);
    return id;
  };
  const callOf: Conversation['callOf'] = async ({ person, spot }, asked) => {
    const place = placeOf(channelOf(spot.room, person.id), spot.thread);
    const locale = await bot.localeOf(person, place);
    return { ...asked, place, person, locale, id: newId() };
  };
  const answer = async (who: Speaking, asked: Asked): Promise<number> => {
    const isPublic = bot.commands.find(({ name }) => name === asked.command)?.answer === 'public';
    const { body, next, files, failure } = await bot.answer(await callOf(who, asked));
    const only = isPublic && failure === undefined ? null : aside(who);
    return keep({ ...whereIs(who), author: botId, only, body, next, files });
  };
  // Where there is none, the command says itself what it needs: nothing is done that was to be looked at.
  const show = async (who: Speaking, asked: Said): Promise<number> => {
    const info = bot.commands.find(({ name, form }) => form && name === asked.command);
    if (info === undefined) return answer(who, { ...asked, input: '' });
    const { locale } = await callOf(who, asked);
    const form = formOf(info, fieldsOf(asked.input, info.options), locale);
    return keep({ ...whereIs(who), author: botId, only: aside(who), ...formMessage(form) });
  };
  const say: Conversation['say'] = async (who, line) => {
    const own = { ...whereIs(who), author: who.person.id, next: [] };
    if (!isForBot(who.spot, line)) return keep({ ...own, only: null, body: said(line) });
    keep({ ...own, only: aside(who), body: asTyped(line) });
    const asked = readSpoken(addressed(line.replace(called, ''), who.locale), bot.commands);
    return asked.input === '' ? show(who, asked) : answer(who, asked);
  };
  const press: Conversation['press'] = (who, call) => answer(who, readButton(call));
  const open: Conversation['open'] = (who, call) => show(who, readButton(call));
  return { ...parts, keep, callOf, say, press, open, fill: answer };
}

const formMessage = (form: Form): Pick<Draft, 'body' | 'next' | 'form'> => ({
  body: root(heading(3, form.title)),
  next: [],
  form,
});

const whereIs = ({ spot, person }: Speaking): Pick<Draft, 'channel' | 'thread'> => ({
  channel: channelOf(spot.room, person.id),
  thread: spot.thread,
});

/** Who alone sees what is between one person and the bot; in a direct room nobody else is there. */
const aside = ({ spot, person }: Speaking): string | null => (spot.room === 'direct' ? null : person.id);
