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
  ...attachmentsOf(message),
});

function attachmentsOf({ attachments, unfurls }: Message): object {
  const all = [...attachments, ...[...unfurls].map(([from_url, blocks]) => ({ from_url, blocks }))];
  return all.length === 0 ? {} : { attachments: all.map((each, index) => ({ id: index + 1, ...each })) };
}

/** Who said it: a person, the app, or another one, which is no user of the workspace. */
function speaker({ app, users, team }: State, { user, program }: Message): object {
  if (program !== null) {
    const { id, name } = program;
    return { bot_id: id, username: name, bot_profile: { id, name, deleted: false } };
  }
  if (user !== app.user) return { user };
  const profile = { id: app.bot, app_id: app.id, name: users.get(user)?.name, team_id: team.id };
  return { user, bot_id: app.bot, app_id: app.id, bot_profile: profile };
}

/** `withMetadata`: as history shows it with `include_all_metadata`. */
export function messageJson(
  state: State,
  message: Message,
  withMetadata = false,
): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    ...speaker(state, message),
    ts: message.ts,
    team: state.team.id,
    text: message.text,
    ...threadFacts(state, message),
    ...extras(message),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}
