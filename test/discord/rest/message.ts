/** Messages of channels. https://docs.discord.com/developers/resources/message */
import { change, remove, say } from '../conversation.ts';
import { messageJson } from '../json/message.ts';
import { messageLimits } from '../limits.ts';
import { may } from '../permission.ts';
import { refuse } from '../refusal.ts';
import { compareIds, timeOf } from '../snowflake.ts';
import type { Message } from '../message.ts';
import type { Channel } from '../state.ts';
import type { Context, Route } from './define.ts';
import { limitOf, route } from './define.ts';
import { eyes, message, need, room } from './find.ts';
import { referring } from './reference.ts';
import { refuseWriting } from './write.ts';
import type { Body } from './payload.ts';
import { bodyOf, contentOf } from './payload.ts';

const json = (context: Context, of: Message): object => messageJson(context.world, of, eyes(context));

/** The message of the app that has that nonce already, if it may not be there twice. */
function repeated(context: Context, of: Channel, { nonce, enforce_nonce }: Body): Message | undefined {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined;
  const { clock, state } = context.world;
  return of.messages.findLast(
    (one) =>
      one.author === state.app.id &&
      one.nonce === nonce &&
      timeOf(one.id) > clock.now() - messageLimits.nonceLife,
  );
}

function create(context: Context): object {
  const here = room(context);
  const body = bodyOf(context);
  refuseWriting(context, here, body);
  const there = repeated(context, here, body);
  if (there) return json(context, there);
  const content = body.message_reference?.type === 1 ? { content: '' } : contentOf(context, body, null);
  const author = context.world.state.app.id;
  return json(context, say(context.world, here, { ...content, ...referring(context, here, body), author }));
}

function own(context: Context, here: Channel): Message {
  const found = message(context, here);
  if (found.author !== context.world.state.app.id) throw refuse('notOwn');
  return found;
}

function update(context: Context): object {
  const here = room(context);
  const before = own(context, here);
  if (here.thread?.archived === true) throw refuse('archived');
  const { allowed, nonce: _, ...content } = contentOf(context, bodyOf(context), before);
  const after = { ...before, ...content };
  return json(context, change(context.world, { channel: here, before, after, allowed }));
}

function erase(context: Context): void {
  const here = room(context);
  const found = message(context, here);
  if (found.author !== context.world.state.app.id) need(context, here, 'manageMessages');
  remove(context.world, here, { message: found });
}

/** By the name of the parameter: which messages it leaves. */
const windows: Readonly<Record<string, (id: string, at: string) => boolean>> = {
  before: (id, at) => compareIds(id, at) < 0,
  after: (id, at) => compareIds(id, at) > 0,
};

/** The newest first; with `after` those that come first after it. */
function list(context: Context): object[] {
  const here = room(context);
  const { state } = context.world;
  if (!may(state, { user: state.app.id, channel: here }, 'readHistory')) return [];
  const limit = limitOf(context, 50, 100);
  const all = here.messages.filter(({ onlyFor }) => onlyFor === null);
  const around = context.query.get('around');
  const middle = all.findIndex(({ id }) => around !== null && compareIds(id, around) >= 0);
  if (around !== null) {
    const from = Math.max(0, (middle === -1 ? all.length : middle) - Math.floor(limit / 2));
    return all
      .slice(from, from + limit)
      .toReversed()
      .map((one) => json(context, one));
  }
  const [name, at] = [...context.query].find(([key]) => key in windows) ?? [];
  const left = all.filter(({ id }) => name === undefined || windows[name]?.(id, at ?? ''));
  const page = name === 'after' ? left.slice(0, limit) : left.slice(-limit);
  return page.toReversed().map((one) => json(context, one));
}

/** Only a message that one may read is shown. */
function get(context: Context): object {
  const here = room(context);
  need(context, here, 'readHistory');
  return json(context, message(context, here));
}

function pin(context: Context, pinned: boolean): void {
  const here = room(context);
  need(context, here, 'pinMessages');
  const before = message(context, here);
  here.messages = here.messages.map((one) => (one.id === before.id ? { ...one, pinned } : one));
}

export const messageRoutes: readonly Route[] = [
  route('GET /channels/:channel/messages', 'list_messages', list),
  route('POST /channels/:channel/messages', 'create_message', create),
  route('PUT /channels/:channel/messages/pins/:message', 'create_pin', (context) => pin(context, true)),
  route('DELETE /channels/:channel/messages/pins/:message', 'delete_pin', (context) => pin(context, false)),
  route('GET /channels/:channel/messages/:message', 'get_message', get),
  route('PATCH /channels/:channel/messages/:message', 'update_message', update),
  route('DELETE /channels/:channel/messages/:message', 'delete_message', erase),
  route('POST /channels/:channel/typing', 'trigger_typing_indicator', (context) => {
    need(context, room(context), 'sendMessages');
  }),
];
