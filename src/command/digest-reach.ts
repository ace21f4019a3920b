/** What a platform says of a channel and a role before a digest counts on them. Where it can not be asked, they are taken as they are. */
import { UserError } from '../error.ts';
import type { DigestSetting, NamedPlace } from '../port.ts';
import { calledIn } from './digest-channel.ts';
import type { Scene } from './spec.ts';

/** The channel as its platform calls it. Throws UserError `digest-unreachable` where the bot may not post there. */
export async function postable(place: NamedPlace, scene: Scene): Promise<NamedPlace> {
  const { channel, workspace, name } = place;
  const { directory, call } = scene;
  if (directory === null) return place;
  // Of a name that was only typed nobody else knows which channel it is.
  const isTyped = channel !== call.place.channel && name === `#${channel}`;
  const found = await directory.channel({ name: channel, workspace }).catch(() => (isTyped ? null : place));
  if (found === null) throw new UserError('digest-unreachable', { channel: calledIn(place, scene) });
  return found;
}

/** Throws UserError `digest-role` where the platform knows no such role. */
export async function roleIn(
  { workspace }: NamedPlace,
  { mention: name = null }: Partial<DigestSetting>,
  { directory }: Scene,
): Promise<void> {
  if (name === null || directory === null) return;
  const found = await directory.role({ name, workspace }).catch(() => name);
  if (found === null) throw new UserError('digest-role', { name });
}
