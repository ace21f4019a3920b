/** Messages of channels. https://docs.discord.com/developers/resources/message */
import type { Draft } from '../conversation.ts';
import { change, react, remove, say, unreact } from '../conversation.ts';
import { messageJson } from '../json/message.ts';
import { userById } from '../json/user.ts';
import { messageLimits } from '../limits.ts';
import { may } from '../permission.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import { compareIds, timeOf } from '../snowflake.ts';
import type { Channel, Message, Reference, Snapshot } from '../state.ts';
import { messageOf } from '../state.ts';
import type { Context, Route } from './define.ts';
import { limitOf, param, route } from './define.ts';
import { channel, eyes, message, need, room } from './find.ts';
import type { Body } from './payload.ts';
import { contentOf } from './payload.ts';

const json = (context: Context, of: Message): object => messageJson(context.world, of, eyes(context));

/** The message of the app that has that nonce already, if it may not be there twice. */
function repeated(context: Context, of: Channel, { nonce, enforce_nonce }: Body): Message | undefined {
  if (enforce_nonce !== true || nonce == null) return undefined;
  const { clock, state } = context.world;
  return of.messages.findLast(
    (one) =>
      one.author === state.app.id &&
      one.nonce === nonce &&
      timeOf(one.id) > clock.now() - messageLimits.nonceLife,
  );
}

const unknownReference = new InvalidForm([
  { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
]);

export const snapshotOf = (of: Message): Snapshot => ({
  id: of.id,
  edited: of.edited,
  content: of.content,
  embeds: of.embeds,
  components: of.components,
  attachments: of.attachments,
  flags: of.flags,
  type: of.type,
  stickers: of.stickers,
  mentions: of.mentions,
});

/** A reply or a forward, as the body says it. */
function referring(context: Context, here: Channel, { message_reference: to }: Body): Partial<Draft> {
  if (!to) return {};
  const from = to.channel_id === undefined ? here : channel(context, to.channel_id);
  const found = messageOf(from, to.message_id);
  if (!found && to.fail_if_not_exists === false) return {};
  if (!found) throw unknownReference;
  const { state } = context.world;
  if (!may(state, { user: state.app.id, channel: from }, 'readHistory')) throw refuse('noHistoryToReply');
  const kind: Reference['kind'] = to.type === 1 ? 'forward' : 'reply';
  const reference: Reference = { kind, message: found.id, channel: from.id, guild: from.guild };
  return kind === 'forward'
    ? { reference, snapshots: [snapshotOf(found)], type: 0 }
    : { reference, type: 19 };
}

/** Refuses where the app may not write so. */
export function refuseWriting(context: Context, of: Channel, body: Body): void {
  need(context, of, 'sendMessages');
  if ((body.embeds ?? []).length > 0) need(context, of, 'embedLinks');
  if (context.files.length > 0) need(context, of, 'attachFiles');
  if (of.thread?.locked === true && of.thread.archived) throw refuse('threadLocked');
  const { state } = context.world;
  const [recipient] = of.recipients;
  const isShut = recipient !== undefined && !isReachable(context, recipient);
  if (of.guild === null && isShut && state.users.has(recipient)) throw refuse('cannotDirect');
}

/** Somebody of a guild that the app is in, who lets members write to them. */
function isReachable({ world: { state } }: Context, id: string): boolean {
  const isTogether = [...state.guilds.values()].some(
    ({ members }) => members.has(id) && members.has(state.app.id),
  );
  return isTogether && state.users.get(id)?.acceptsDirect === true;
}

function create(context: Context): object {
  const here = room(context);
  const body = (context.body ?? {}) as Body;
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
  const { allowed, nonce: _, ...content } = contentOf(context, (context.body ?? {}) as Body, before);
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

function reaction(context: Context) {
  const here = room(context);
  if (here.thread?.archived === true) throw refuse('archived');
  const emoji = param(context, 'emoji');
  if (!/\p{Emoji}|:\d+$/u.test(emoji)) throw refuse('unknownEmoji');
  return { channel: here, message: message(context, here), user: context.world.state.app.id, emoji };
}

function addReaction(context: Context): void {
  const of = reaction(context);
  need(context, of.channel, 'readHistory');
  if (!of.message.reactions.has(of.emoji)) need(context, of.channel, 'addReactions');
  react(context.world, of);
}

const reactors = (context: Context): object[] => {
  const { message: of, emoji } = reaction(context);
  return (of.reactions.get(emoji) ?? []).map((id) => userById(context.world.state, id));
};

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
  route(
    'GET /channels/:channel/messages/:message/reactions/:emoji',
    'list_message_reactions_by_emoji',
    reactors,
  ),
  route(
    'PUT /channels/:channel/messages/:message/reactions/:emoji/@me',
    'add_my_message_reaction',
    addReaction,
  ),
  route(
    'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me',
    'delete_my_message_reaction',
    (context) => unreact(context.world, reaction(context)),
  ),
  route('POST /channels/:channel/typing', 'trigger_typing_indicator', (context) => {
    need(context, room(context), 'sendMessages');
  }),
];
