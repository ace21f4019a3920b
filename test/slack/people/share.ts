/** Messages that are passed on, and messages of other apps. */
import { say } from '../conversation.ts';
import { permalink } from '../permalink.ts';
import type { Message, Program } from '../state.ts';
import { messageOf, roomOf, userOf } from '../state.ts';
import type { World } from '../world.ts';
import { compose } from './compose.ts';

export interface Share {
  readonly user: string;
  /** What is passed on. */
  readonly message: Pick<Message, 'channel' | 'ts'>;
  /** Where to. */
  readonly channel: string;
  readonly thread?: Pick<Message, 'ts' | 'thread'>;
  /** What they say to it. */
  readonly text?: string;
}

/** As Slack shows a message in another one. */
function sharedJson(world: World, { channel, ts }: Pick<Message, 'channel' | 'ts'>): object {
  const { state } = world;
  const of = messageOf(roomOf(state, channel), ts);
  if (!of) throw new Error('there is no such message any more');
  return {
    is_share: true,
    is_msg_unfurl: true,
    from_url: permalink(state, of),
    ts,
    channel_id: channel,
    author_id: of.user,
    author_name: state.users.get(of.user)?.name,
    text: of.text,
    fallback: of.text,
    footer: 'Slack Conversation',
    message_blocks: [{ channel, ts, message: { blocks: of.blocks } }],
  };
}

const threadOf = (message: Pick<Message, 'ts' | 'thread'> | undefined): string | null =>
  message === undefined ? null : (message.thread ?? message.ts);

/** Passes a message on. Resolves when the app has acknowledged it. */
export async function share(world: World, of: Share): Promise<Message> {
  const { message, acknowledged } = say(world, roomOf(world.state, of.channel), {
    ...compose(world.state, of.text ?? ''),
    user: userOf(world.state, of.user).id,
    attachments: [sharedJson(world, of.message)],
    thread: threadOf(of.thread),
  });
  await acknowledged;
  return message;
}

export interface Announcement {
  readonly program: Program;
  readonly channel: string;
  readonly text: string;
  readonly thread?: Pick<Message, 'ts' | 'thread'>;
}

/** Another app says something. Resolves when the app has acknowledged it. */
export async function program(world: World, of: Announcement): Promise<Message> {
  const { message, acknowledged } = say(world, roomOf(world.state, of.channel), {
    text: of.text,
    blocks: [],
    user: of.program.id,
    program: of.program,
    thread: threadOf(of.thread),
    subtype: 'bot_message',
  });
  await acknowledged;
  return message;
}
