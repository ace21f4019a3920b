/** `/meetup digest skip`: the next digest is left out, or, `back:yes`, not after all. */
import type { DigestChannel } from '../digest/channel.ts';
import { comingSlots } from '../digest/coming.ts';
import { UserError } from '../error.ts';
import type { View } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { momentOf, nextTimes, whenLine } from '../view/digest-channel.ts';
import { askedFor, changeDigest, channelOption, digestButton, readingIn } from './digest-channel.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { readYesNo } from './yes-no.ts';

export const digestSkip = defineCommand({
  name: 'digest-skip',
  options: {
    channel: channelOption,
    // `skip next`: there is no other that could be left out.
    which: { type: 'text', rest: true, listed: false },
    back: { type: 'text', listed: false },
  },
  run: async ({ channel: named, which, back }, scene) => {
    if (!/^(?:the\s+)?(?:next)?(?:\s+one)?$|^次(?:の?回)?(?:を|は)?$/iu.test(which))
      throw new UserError('digest-skip-which', { value: which });
    const isBack = back !== '' && readYesNo('back', back);
    const asked = await askedFor(named, scene);
    const channel = await changeDigest(asked, scene, (there) => ({
      ...there,
      skips: isBack ? null : nextOf(there, scene).period,
    }));
    return isBack ? unskippedView(channel, scene) : skippedView(channel, scene);
  },
});

/** Asked for again it is the same one. Throws UserError `digest-resting`. */
function nextOf(channel: DigestChannel, { settings, now }: Scene) {
  const [next] = comingSlots({ ...channel, skips: null }, settings.zone, now(), 1);
  if (next === undefined) throw new UserError('digest-resting');
  return next;
}

function skippedView(channel: DigestChannel, scene: Scene): View {
  const said = scene.words.digestCommand;
  const reading = readingIn(scene);
  const left = momentOf(nextOf(channel, scene), channel.setting.zone ?? scene.settings.zone);
  const [next] = nextTimes(channel, reading, 1);
  return {
    body: root(
      whenLine(channel, reading),
      paragraph(said.skipping, ' ', left),
      paragraph(said.untold),
      next !== undefined && paragraph(said.nextOne, ' ', next),
    ),
    next: [digestButton(said.button.unskip, { command: 'digest-skip', back: 'yes' }, channel.place)],
    data: channel,
  };
}

function unskippedView(channel: DigestChannel, scene: Scene): View {
  const said = scene.words.digestCommand;
  const reading = readingIn(scene);
  const [next] = nextTimes(channel, reading, 1);
  return {
    body: root(
      whenLine(channel, reading),
      paragraph(said.unskipped),
      next !== undefined && paragraph(said.nextOne, ' ', next),
    ),
    next: [digestButton(said.button.skip, { command: 'digest-skip' }, channel.place)],
    data: channel,
  };
}
