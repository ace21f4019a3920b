/** One conversation, held by people in the simulated Slack and in the simulated Discord. */
import type { Connected as InDiscord } from '../discord/connected.ts';
import type { Connected as InSlack } from '../slack/connected.ts';
import { markdown } from './discord.ts';
import type { Remark } from './said.ts';
import { richText } from './slack.ts';

const channel = 'general';

/** Told before each remark: which one it is, from 0. */
export type Turn = (index: number) => void;

/** Resolves to the reference of its first message. */
export async function inSlack(
  { slack }: InSlack,
  remarks: readonly Remark[],
  turn: Turn = () => {},
): Promise<string> {
  let first: { readonly ts: string; readonly thread: string | null; readonly channel: string } | null = null;
  for (const [index, { by, blocks: said, files, edited }] of remarks.entries()) {
    turn(index);
    const where = { user: by, channel, ...(first === null ? {} : { thread: first }) };
    const posted = await slack.post({ ...where, text: '', blocks: richText(said), files });
    if (edited !== null) await slack.edit(posted, edited);
    first ??= posted;
  }
  return `${first?.channel}/${first?.ts}`;
}

/** Likewise; the thread begins with the first. */
export async function inDiscord(
  { discord }: InDiscord,
  remarks: readonly Remark[],
  turn: Turn = () => {},
): Promise<string> {
  let thread: { readonly id: string } | null = null;
  for (const [index, { by, blocks: said, files, edited }] of remarks.entries()) {
    turn(index);
    const posted = await discord.post({
      user: by,
      channel: thread?.id ?? channel,
      text: markdown(said),
      files,
    });
    if (edited !== null) await discord.edit(posted, edited);
    thread ??= await discord.startThread({ user: by, name: 'notes', on: posted });
  }
  if (thread === null) throw new Error('nothing is said');
  return `${thread.id}/${thread.id}`;
}
