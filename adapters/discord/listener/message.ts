/** Questions in messages: `@meetup kubernetes` in a channel, and every line in the conversation with the bot. */
import { MessageType } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { readSpoken, typedName } from '../../../src/command/next.ts';
import type { Call, View } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { isDiscreet } from '../../../src/view/reply.ts';
import type { Reply } from '../../../src/view/reply.ts';
import { words } from '../../../src/words/index.ts';
import { answer } from '../answer.ts';
import { replyAlone } from '../answer/elsewhere.ts';
import { answerKey, replyBelow } from '../answer/message.ts';
import type { Desk } from '../desk.ts';
import { ownName, saidLine } from '../line.ts';
import type { Member } from '../home.ts';
import { findSpot } from '../place.ts';
import { commandName } from '../setup/commands.ts';
import { timeOf } from '../snowflake.ts';
import { collectCommand } from './collect.ts';

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
  const call = readSpoken(line, desk.bot.commands);
  const below = replyBelow(id, spot, desk);
  const isAside = guild !== null && isDiscreet(call, desk.bot);
  await answer({ said: call, user: author, member, spot }, isAside ? aside(said, below, desk) : below, desk);
}

/** What nobody else is to see goes to their conversation with the bot; where that is shut, they are told where they alone see it. */
const aside = ({ id, author }: Said, below: Reply, desk: Desk): Reply =>
  replyAlone(
    {
      user: author.id,
      key: answerKey(id),
      at: timeOf(id),
      otherwise: (audience) => below.give(shutView(audience.call), audience),
    },
    desk,
  );

function shutView({ command, locale }: Call): View {
  const { discord, setup } = words[locale];
  const slash = `/${commandName} ${typedName({ name: command })}`;
  const { name } = setup.shortcut.collect;
  const sentence =
    command === collectCommand ? discord.shut.collect(slash, `Apps → ${name}`) : discord.shut.other(slash);
  return { body: root(paragraph(sentence)), next: [] };
}

/** People say things; what programs and Discord itself say is not for the bot. */
const spoken: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** A reply to the bot names it, too, though not in its words: who thanks does not ask. */
export function isForBot(said: Said, desk: Desk): boolean {
  const { type, author, webhook_id: webhook, guild_id: guild, content } = said;
  if (!spoken.has(type) || author.bot === true || webhook !== undefined) return false;
  return guild === undefined || ownName(desk).test(content);
}
