/** `/meetup digest now`: a digest as it would be now, and, once somebody has seen it, posted whatever the schedule says. */
import { hasDigestOn } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { wantDigest } from '../digest/wanted.ts';
import { UserError } from '../error.ts';
import { localAt } from '../event/local.ts';
import { whoCalls } from '../event/who.ts';
import { nextSlots } from '../digest/slot.ts';
import type { State, View } from '../port.ts';
import { paragraph, root, strong } from '../view/build.ts';
import { whenLine } from '../view/digest-channel.ts';
import { askedFor, channelOption, digestAt, digestButton, readingIn } from './digest-channel.ts';
import { previewOf, viewOf } from './digest-preview.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { readYesNo } from './yes-no.ts';

export const digestNow = defineCommand({
  name: 'digest-now',
  options: { channel: channelOption, confirm: { type: 'text', listed: false } },
  run: async ({ channel: named, confirm }, scene) => {
    const isConfirmed = confirm !== '' && readYesNo('confirm', confirm);
    const asked = await askedFor(named, scene);
    const channel = await digestAt(asked, scene);
    if (hasDigestOn(channel, today(channel, scene)))
      throw new UserError('digest-today', { channel: asked.place.name });
    return isConfirmed ? posting(channel, asked.state, scene) : shown(channel, scene);
  },
});

/** By the clock of the channel. */
const today = ({ setting }: DigestChannel, { settings, now }: Scene): string =>
  localAt(now(), setting.zone ?? settings.zone)
    .toPlainDate()
    .toString();

async function shown(channel: DigestChannel, scene: Scene): Promise<View> {
  const said = scene.words.digestCommand;
  const { setting, place } = channel;
  const preview = await previewOf(channel, scene, { isWanted: true });
  const view = await viewOf(preview, channel, scene);
  // It would only take the day's place.
  if (preview.skipped === 'empty') return view;
  const [next] = nextSlots(setting.schedule, setting.zone ?? scene.settings.zone, scene.now(), 1);
  return {
    ...view,
    body: root(
      paragraph(strong(said.postingTitle)),
      next?.day === today(channel, scene) && paragraph(said.insteadOfToday),
      ...view.body.children,
    ),
    next: [digestButton(said.button.confirm, { command: 'digest-now', confirm: 'yes' }, place)],
  };
}

/** The next round posts it. */
async function posting(channel: DigestChannel, state: State, scene: Scene): Promise<View> {
  const said = scene.words.digestCommand;
  const { place } = channel;
  await wantDigest(state, { place, by: whoCalls(scene.call), at: scene.now().toISOString() });
  return {
    body: root(whenLine(channel, readingIn(scene)), paragraph(said.posting)),
    next: [digestButton(said.button.history, { command: 'digest-history' }, place)],
    data: channel,
  };
}
