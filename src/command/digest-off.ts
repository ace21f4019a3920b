/** `/meetup digest off`: no more digest in a channel. */
import { changeDigestChannel } from '../digest/channel.ts';
import { dropWantedDigest } from '../digest/wanted.ts';
import { UserError } from '../error.ts';
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
      let isThere = false;
      await changeDigestChannel(records, place, (before) => {
        if (before?.from === 'file') throw new UserError('digest-in-file', { channel: called });
        isThere = before !== null;
        return null;
      });
      await dropWantedDigest(records, place);
      return isThere;
    });
    return {
      body: root(paragraph(was ? said.ended(called) : said.none(called))),
      next: [digestButton(said.button.on, { command: 'digest' }, place)],
      data: null,
    };
  },
});
