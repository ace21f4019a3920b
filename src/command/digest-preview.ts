/** `/meetup digest preview`: the next digest, and why it says what it says. Nothing is posted, and nothing remembered. */
import type { DigestChannel } from '../digest/channel.ts';
import { UserError } from '../error.ts';
import type { DigestPreview, View } from '../port.ts';
import { previewView } from '../view/digest-preview.ts';
import { digestButtons } from './digest.ts';
import { askedFor, calledIn, channelOption, digestAt } from './digest-channel.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

export const digestPreview = defineCommand({
  name: 'digest-preview',
  options: { channel: channelOption },
  run: async ({ channel: named }, scene) => {
    const channel = await digestAt(await askedFor(named, scene), scene);
    const view = await viewOf(await previewOf(channel, scene), channel, scene);
    return {
      ...view,
      next: digestButtons(channel, scene).filter(({ command }) => command !== 'digest-preview'),
    };
  },
});

/** As if it were posted now; `isWanted`: whatever its schedule says. */
export async function previewOf(
  { place }: DigestChannel,
  scene: Scene,
  how: { readonly isWanted?: true } = {},
): Promise<DigestPreview> {
  const previews = await scene.digests?.preview({ channel: place.channel, at: scene.now(), ...how });
  const [preview] = previews ?? [];
  if (preview === undefined) throw new UserError('digest-none', { channel: calledIn(place, scene) });
  return preview;
}

export async function viewOf(
  preview: DigestPreview,
  { place, setting, trouble }: DigestChannel,
  scene: Scene,
): Promise<View> {
  const measure = await scene.measures[place.platform]?.();
  const measured = measure?.(preview.details ?? preview.view, preview.locale) ?? [];
  return previewView({ preview, zone: setting.zone ?? scene.settings.zone, measured, trouble }, scene);
}
