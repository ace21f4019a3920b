/** `/meetup digest off`: no more digest in a channel. */
import { changeDigestChannel, digestChannelAt } from '../digest/channel.ts';
import { dropWantedDigest } from '../digest/wanted.ts';
import { UserError } from '../error.ts';
import { takeBack } from '../outbox/letter.ts';
import { paragraph, root } from '../view/build.ts';
import { askedFor, calledIn, channelOption, digestButton } from './digest-channel.ts';
import { defineCommand } from './spec.ts';

export const digestOff = defineCommand({
  name: 'digest-off',
  options: { channel: channelOption },
  run: async ({ channel }, scene) => {
    const { state, place } = await askedFor(channel, scene);
    const called = calledIn(place, scene);
    const said = scene.words.digestCommand;
    const was = await state.transaction(async (records) => {
      const there = await digestChannelAt(records, place);
      if (there?.from === 'file') throw new UserError('digest-in-file', { channel: called });
      await changeDigestChannel(records, place, () => null);
      await dropWantedDigest(records, place);
      // One that is written, and not on its way yet, is not posted after all.
      for (const { outcome, key } of there?.recent ?? [])
        if (outcome === 'waiting') await takeBack(key, records);
      return there !== null;
    });
    return {
      body: root(paragraph(was ? said.ended(called) : said.none(called))),
      next: [digestButton(said.button.on, { command: 'digest' }, place)],
      data: null,
    };
  },
});
