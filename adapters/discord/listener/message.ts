/** Questions in messages: `@meetup kubernetes` in a channel, and every line in the conversation with the bot. */
import { MessageType } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { readSpoken } from '../../../src/command/next.ts';
import { answer } from '../answer.ts';
import { replyBelow } from '../answer/message.ts';
import type { Desk } from '../desk.ts';
import { ownName, saidLine } from '../line.ts';
import type { Member } from '../home.ts';
import { findSpot } from '../place.ts';

/** As much of a message as is looked at. */
type Said = Pick<
  APIMessage,
  'id' | 'type' | 'channel_id' | 'author' | 'webhook_id' | 'content' | 'mentions'
> & {
  readonly guild_id?: string;
  readonly member?: Member;
};

/** A question is answered where it was asked: in a thread and below a post, too. */
export async function onMessage(said: Said, desk: Desk): Promise<void> {
  const { id, channel_id: channel, guild_id: guild = null, author, member = null } = said;
  if (!isForBot(said, desk)) return;
  const spot = await findSpot(channel, guild, desk);
  const line = await saidLine(said, guild, desk);
  const asked = { said: readSpoken(line, desk.bot.commands), user: author, member, spot };
  await answer(asked, replyBelow(id, spot, desk), desk);
}

/** People say things; what programs and Discord itself say is not for the bot. */
const spoken: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** A reply to the bot names it, too, though not in its words: who thanks does not ask. */
export function isForBot(said: Said, desk: Desk): boolean {
  const { type, author, webhook_id: webhook, guild_id: guild, content } = said;
  if (!spoken.has(type) || author.bot === true || webhook !== undefined) return false;
  return guild === undefined || ownName(desk).test(content);
}
