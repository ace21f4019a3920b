/** The messages of a room or thread as a list, by days, with what stands at its beginning. */
import { html } from 'hono/html';
import { UserError } from '../../../src/error.ts';
import { timeText } from '../../../src/view/date.ts';
import type { Html } from '../layout.ts';
import type { Conversation, Speaking } from './conversation.ts';
import type { Excerpt, History, Message } from './history.ts';
import { greetingItem, messageItem } from './item.ts';
import { channelOf } from './spot.ts';
import type { ChatVisit } from './visit.ts';

export interface MessageList {
  /** Of the history, when the list was made: a list with a greater one is newer. */
  readonly revision: number;
  readonly items: readonly Html[];
}

/** The list as that person sees it. Throws UserError `no-thread` where they see no such thread. */
export async function listOf(conversation: Conversation, visit: ChatVisit): Promise<MessageList> {
  const { history } = conversation;
  const { person, spot, query } = visit;
  const first = firstOf(history, visit);
  const excerpt = history.excerpt({
    channel: channelOf(spot.room, person.id),
    thread: spot.thread,
    reader: person.id,
    before: /^\d{1,15}$/.test(query('before')) ? Number(query('before')) : null,
  });
  const revision = history.revision();
  const items = [
    ...first.map((message) => messageItem(message, visit)),
    ...(excerpt.hasOlder ? [older(excerpt, visit)] : []),
    ...byDay(excerpt, visit),
  ];
  return { revision, items: items.length > 0 ? items : [await greeting(conversation, visit)] };
}

/** The message that a thread hangs on. Throws UserError `no-thread` where that person may not see it. */
export function firstOf({ find }: History, { person, spot }: Speaking): readonly Message[] {
  if (spot.thread === null) return [];
  const message = find(spot.thread);
  const channel = channelOf(spot.room, person.id);
  if (message?.channel !== channel || message.only !== null || message.thread !== null)
    throw new UserError('no-thread');
  return [message];
}

/** What an empty room shows: alone with the bot its start page, with everyone what one can do here. */
async function greeting({ bot, callOf }: Conversation, visit: ChatVisit): Promise<Html> {
  if (visit.spot.room === 'general')
    return html`<li id="start" class="note">${visit.words.playground.welcome}</li>`;
  return greetingItem(await bot.answer(await callOf(visit, { command: 'start', input: '' })), visit);
}

const older = ({ messages: [oldest] }: Excerpt, { to, spot, words }: ChatVisit): Html =>
  html`<li id="older">
    <a rel="prev" href="${to(spot, { before: String(oldest?.id) })}">${words.playground.older}</a>
  </li>`;

/** A day is named where it begins, on the reader's calendar. */
function byDay({ messages }: Excerpt, visit: ChatVisit): readonly Html[] {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: visit.zone });
  let last = '';
  return messages.flatMap((message) => {
    const day = calendar.format(message.id);
    const isNew = day !== last;
    last = day;
    return [...(isNew ? [dayItem(day, visit)] : []), messageItem(message, visit)];
  });
}

const dayItem = (day: string, visit: ChatVisit): Html =>
  html`<li id="day-${day}" class="day">
    <time datetime="${day}">${timeText({ value: day, zone: visit.zone, style: 'day' }, visit)}</time>
  </li>`;
