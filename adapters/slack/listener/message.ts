/** Questions in messages: `@meetup kubernetes` in a channel, and every line in the conversation with the bot. */
import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { readSpoken } from '../../../src/command/next.ts';
import type { Told } from '../../../src/view/insist.ts';
import { isDiscreet } from '../../../src/view/reply.ts';
import { answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { saidLine } from '../line.ts';
import type { Message } from '../message.ts';
import { isDirect } from '../place.ts';
import { replyAlone } from '../answer/elsewhere.ts';
import { replyIn } from '../answer/message.ts';

/** As much of a message's event as is looked at: https://docs.slack.dev/reference/events/message */
interface Said extends Message {
  readonly channel: string;
  readonly user?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
}

/** A mention is answered below it. In a conversation with the bot nobody needs to mention it, and messages are its events. */
export function onMention(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, context }) => {
    const said = event as Said;
    if (isDirect(said.channel)) return;
    await reply(said, { thread: said.thread_ts ?? said.ts }, { desk, context });
  });
}

export function onDirect(app: App, desk: Desk): void {
  app.event('message', async ({ event, context }) => {
    const said = event as Said;
    if (!isDirect(said.channel) || said.user === undefined) return;
    await desk.direct.note(said.user, said.channel);
    await reply(said, threadIn(said), { desk, context });
  });
}

const threadIn = ({ thread_ts: thread }: Said): { readonly thread?: string } =>
  thread === undefined ? {} : { thread };

/** People say things; edits, joins and what programs say is not for the bot. */
const spoken: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

async function reply(
  said: Said,
  thread: { readonly thread?: string },
  { desk, context }: { readonly desk: Desk; readonly context: AllMiddlewareArgs['context'] },
): Promise<void> {
  const { user, channel, bot_id: bot, subtype } = said;
  if (user === undefined || bot !== undefined || !spoken.has(subtype)) return;
  const call = readSpoken(await saidLine(said.text ?? '', desk), desk.bot.commands);
  if (isDiscreet(call, desk.bot) && !isDirect(channel)) {
    // Where no thread is so far, nobody would see in one what is for them alone.
    const seat = { channel, user, ...threadIn(said) };
    return answer({ said: call, ...seat }, replyAlone(seat, desk), desk);
  }
  const spot = { channel, ...thread };
  await answer({ said: call, user, ...spot }, replyIn(spot, context['told'] as Told, desk), desk);
}
