/**
 * Questions that were asked while the bot was away. Where a session can not be taken up again, Discord tells no more of them
 * than which message of each channel is the last; of conversations with the bot it does not tell even that.
 */
import type { GatewayGuildCreateDispatchData } from 'discord.js';
import { isWelcome } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { historyOf } from '../history.ts';
import { idAt, isLater } from '../snowflake.ts';
import { answerKey } from '../answer/message.ts';
import { isForBot, onMessage } from './message.ts';

/** Milliseconds. Whoever asked longer ago waits for no answer any more. */
const patience = 15 * 60_000;

/** The gateway tells of every server whenever the bot connects anew. */
export async function onBack(
  { id, channels, threads }: GatewayGuildCreateDispatchData,
  desk: Desk,
): Promise<void> {
  if (!(await isWelcome(id, desk))) return;
  const since = idAt(new Date(desk.now().getTime() - patience));
  const changed = [...channels, ...threads].filter((channel) => isChangedSince(since, channel));
  for (const channel of changed)
    if (desk.guilds.mayRead(channel.id)) await catchUp({ guild: id, channel: channel.id, since }, desk);
}

/** Of channels in which nobody writes Discord says nothing. */
function isChangedSince(since: string, channel: object): boolean {
  const { last_message_id: last } = channel as { readonly last_message_id?: string | null };
  return typeof last === 'string' && isLater(last, since);
}

interface Missed {
  readonly guild: string;
  readonly channel: string;
  readonly since: string;
}

/** What has been answered is not answered again, whichever process did. */
async function catchUp({ guild, channel, since }: Missed, desk: Desk): Promise<void> {
  for await (const said of historyOf(channel, since, desk)) {
    const told = { ...said, guild_id: guild };
    if (!isForBot(told, desk) || (await desk.posts.isPosted(answerKey(said.id)))) continue;
    const member = await desk.people.memberOf(guild, said.author.id);
    await onMessage(member === null ? told : { ...told, member }, desk);
  }
}
