/** Files of an answer. Slack has them in no message for one person alone: they go to that person's conversation with the bot. */
import type { Attachment, View } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import { words } from '../../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';

/** The same reply, which sends the files first: an answer that lies elsewhere says where they are. What everyone sees has none. */
export const withFiles = (reply: Reply, desk: Desk): Reply => ({
  ...reply,
  give: async (view, audience) => reply.give(await handOver(view, audience, desk), audience),
});

async function handOver(view: View, { call, isPublic }: Audience, desk: Desk): Promise<View> {
  const { files = [] } = view;
  if (isPublic || files.length === 0) return view;
  const { sent, lost } = words[call.locale].slack.file;
  const names = files.map(({ name }) => name).join(', ');
  try {
    const channel = await channelFor(call, desk);
    await upload(files, channel, desk);
    return channel === call.place.channel ? view : saying(sent(names), view);
  } catch (error) {
    desk.log.warn({ err: error }, 'files did not arrive');
    return saying(lost(names), view);
  }
}

const saying = (sentence: string, view: View): View => ({
  ...view,
  body: root(...view.body.children, paragraph(sentence)),
});

/** Files are taken for a channel alone, not for a person: where theirs is not known, a first message says which it is. */
async function channelFor({ person, locale }: Audience['call'], { direct, clients }: Desk): Promise<string> {
  const known = await direct.channelOf(person.id);
  if (known !== null) return known;
  const first: View = { body: root(paragraph(words[locale].slack.file.first)), next: [] };
  const { channel } = await clients.interaction.chat.postMessage({
    ...outgoing(first, locale),
    channel: person.id,
  });
  if (channel === undefined) throw new Error('Slack does not say where it posted');
  await direct.note(person.id, channel);
  return channel;
}

/** https://docs.slack.dev/messaging/working-with-files#upload */
const upload = (files: readonly Attachment[], channel_id: string, { clients }: Desk): Promise<unknown> =>
  clients.interaction.files.uploadV2({
    channel_id,
    file_uploads: files.map(({ name, text }) => ({ filename: name, content: text })),
  });
