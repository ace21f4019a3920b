/** What a message answers or passes on. https://docs.discord.com/developers/resources/message#message-reference-structure */
import type { Draft } from '../conversation.ts';
import { messageOf } from '../find.ts';
import type { Message, Reference, Snapshot } from '../message.ts';
import { may } from '../permission.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import type { Channel } from '../state.ts';
import type { Context } from './define.ts';
import { channel } from './find.ts';
import type { Body } from './payload.ts';

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
export function referring(context: Context, here: Channel, { message_reference: to }: Body): Partial<Draft> {
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
