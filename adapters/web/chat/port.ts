/** What the core does in the playground of its own accord: it posts, edits, and reads threads. */
import type {
  Attachment,
  Locale,
  Person,
  Place,
  Posted,
  Posting,
  Remark,
  RemarkFile,
  Thread,
  View,
} from '../../../src/port.ts';
import { withPeople } from '../../../src/view/people.ts';
import { locales } from '../../../src/words/index.ts';
import type { Conversation } from './conversation.ts';
import type { Message } from './history.ts';
import { authorOf, botId, membersIn } from './people.ts';
import { channelOf, placeOf } from './spot.ts';

const channels: ReadonlySet<string> = new Set([
  'general',
  ...membersIn('en').map(({ id }) => channelOf('direct', id)),
]);

interface Asked extends Pick<Posting, 'key' | 'below' | 'mayStill'> {
  readonly to: Place | Person;
}

/** What the history has it keeps once by itself. */
export async function post(
  { keep, history }: Conversation,
  { to, key, below, mayStill }: Asked,
  { body, next, files }: View,
): Promise<Posted> {
  const channel = 'channel' in to ? to.channel : channelOf('direct', to.id);
  const above = below ?? ('channel' in to ? to.thread : undefined);
  const first = above === undefined ? null : history.find(Number(above));
  if (!channels.has(channel)) return { status: 'refused', reason: 'channel_not_found' };
  if (above !== undefined && first?.channel !== channel)
    return { status: 'refused', reason: 'thread_not_found' };
  if (mayStill !== undefined && !(await mayStill())) return { status: 'unsure' };
  const thread = first && (first.thread ?? first.id);
  const id = keep({ channel, thread, author: botId, only: null, body, next, files, key });
  return { status: 'posted', ref: String(id) };
}

export function edit({ history, live }: Conversation, ref: string, view: View): Posted {
  const message = history.find(Number(ref));
  if (message === null || !history.edit(message.id, view))
    return { status: 'refused', reason: 'message_not_found' };
  live.tell(message.channel, message.only);
  return { status: 'posted', ref };
}

/**
 * The message and what was said below it, or below the one that it stands below; private answers are no part of it. People have
 * their names in the community's language, whoever reads: a note is made again by nobody in particular.
 */
export async function threadOf(
  { history, bot }: Conversation,
  at: string | Place,
  reader: Person | null,
): Promise<Thread> {
  const message = history.find(Number(typeof at === 'string' ? at : at.thread));
  const first = message?.thread ?? message?.id ?? null;
  const channel = message?.channel ?? 'general';
  const mayRead = reader === null || channel === 'general' || channel === channelOf('direct', reader.id);
  const place = placeOf(channel, first);
  const locale = await bot.localeOf(theBot, place);
  const read = (after = 0): readonly Remark[] =>
    first === null || !mayRead ? [] : history.remarks(first, after).map((said) => remarkOf(said, locale));
  return {
    place,
    ref: first === null || !mayRead ? '' : String(first),
    id: String(first),
    title: null,
    url: null,
    expected: read().length,
    async *remarks(after) {
      yield* read(Number(after ?? 0));
    },
  };
}

/** Who chose no language has the community's. */
const theBot: Person = { id: botId, name: botId, organiser: false, guest: false };

/** Nothing here answers anything else, or passes it on. */
const remarkOf = ({ id, author, body, edited, files }: Message, locale: Locale): Remark => ({
  id: String(id),
  author: authorOf(author, locale),
  isProgram: author === botId,
  at: new Date(id),
  edited: edited === null ? null : new Date(edited),
  body: withPeople(body, everyone),
  quotes: [],
  files: files.map(fileOf),
  url: null,
});

/** By their names in every language, and by their ids: so people call each other. */
const everyone = locales
  .flatMap((locale) => membersIn(locale))
  .flatMap(({ id, name }) => [
    { id, name },
    { id, name: id },
  ]);

function fileOf({ name, text }: Attachment): RemarkFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: async (most) => (bytes.length <= most ? bytes : null) };
}
