/** A message as the Web API and events show it. */
import { fileJson } from './file.ts';
import type { Message, State } from './state.ts';

const reactions = (message: Message): object[] =>
  [...message.reactions].map(([name, users]) => ({ name, users, count: users.length }));

/** What an answer and the beginning of a thread say about the thread. */
function threadFacts(state: State, message: Message): object {
  if (message.thread !== null) return { thread_ts: message.thread };
  const answers = answersOf(state, message);
  const last = answers.at(-1);
  if (!last) return {};
  return {
    thread_ts: message.ts,
    reply_count: answers.length,
    reply_users: [...new Set(answers.map(({ user }) => user))],
    latest_reply: last.ts,
  };
}

export const answersOf = (state: State, message: Message): readonly Message[] =>
  (state.channels.get(message.channel)?.messages ?? []).filter(
    ({ thread, onlyFor }) => thread === message.ts && onlyFor === null,
  );

/** What only some messages have. */
const extras = (message: Message): object => ({
  ...(message.subtype === null ? {} : { subtype: message.subtype }),
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
  ...(message.files.length > 0 ? { files: message.files.map(fileJson) } : {}),
  ...(message.edited === null ? {} : { edited: { user: message.user, ts: message.edited } }),
  ...(message.reactions.size > 0 ? { reactions: reactions(message) } : {}),
  ...(message.unfurls.size > 0
    ? {
        attachments: [...message.unfurls].map(([from_url, blocks], id) => ({ id: id + 1, from_url, blocks })),
      }
    : {}),
});

/** `withMetadata`: as history shows it with `include_all_metadata`. */
export function messageJson(
  state: State,
  message: Message,
  withMetadata = false,
): Readonly<Record<string, unknown>> {
  const isApp = message.user === state.app.user;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: state.team.id,
    text: message.text,
    ...(isApp ? { bot_id: state.app.bot, app_id: state.app.id } : {}),
    ...threadFacts(state, message),
    ...extras(message),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}
