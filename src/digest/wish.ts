/** Digests that the community's file wishes for, and the channels that have them. */
import type { DigestSetting } from '../port.ts';
import type { DigestChannel } from './channel.ts';

/** Which wish it is, whatever else it says. */
export const identity = ({ channel, platform, workspace }: DigestSetting): string =>
  JSON.stringify([channel, platform, workspace]);

/** Wishes that no channel belongs to so far: no platform says which that is. */
export function unmet(
  wishes: readonly DigestSetting[],
  channels: readonly Pick<DigestChannel, 'setting' | 'from'>[],
): readonly DigestSetting[] {
  const met = new Set(channels.filter(({ from }) => from === 'file').map(({ setting }) => identity(setting)));
  return wishes.filter((wish) => !met.has(identity(wish)));
}
