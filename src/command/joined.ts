/** The bot was let into a channel: what could not be posted there rests no longer. */
import { digestChannelAt, writeDigestChannel } from '../digest/channel.ts';
import { UserError } from '../error.ts';
import { paragraph, root } from '../view/build.ts';
import { channelBlocks } from '../view/digest-channel.ts';
import { readingIn } from './digest-channel.ts';
import { defineCommand } from './spec.ts';

/** Whoever lets it in wants nothing of it but that: what organisers have decided otherwise stays as it is. */
export const joined = defineCommand({
  name: 'joined',
  listed: false,
  options: {},
  run: async (_values, scene) => {
    const { state, call, words } = scene;
    if (state === null) throw new UserError('nothing-remembered');
    const before = await digestChannelAt(state, call.place);
    if (before === null || before.trouble === null) return { body: root(), next: [] };
    const after = await writeDigestChannel(
      state,
      call.place,
      (there) => there && { ...there, trouble: null },
    );
    const said = paragraph(words.digestCommand.resumed);
    return { body: root(said, ...(after === null ? [] : channelBlocks(after, readingIn(scene)))), next: [] };
  },
});
