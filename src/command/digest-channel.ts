/** What the commands about digests have in common: who may, which channel is meant, what is there, and buttons that lead on. */
import { allDigestChannels, digestChannelAt, writeDigestChannel } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { UserError } from '../error.ts';
import type { NamedPlace, Next, Place, State } from '../port.ts';
import { writeInput } from './input.ts';
import { writeChannel } from './next.ts';
import type { Channel } from './next.ts';
import type { Reading } from '../view/digest-channel.ts';
import type { Scene } from './spec.ts';

export const channelOption = { type: 'channel' } as const;

/** A channel whose digest an organiser has asked about. */
export interface Asked {
  readonly state: State;
  readonly place: NamedPlace;
}

/** Only organisers decide what a channel is told. Throws UserError `organisers-decide` or `nothing-remembered`. */
export function stateFor({ call, state }: Scene): State {
  if (!call.person.organiser) throw new UserError('organisers-decide');
  if (state === null) throw new UserError('nothing-remembered');
  return state;
}

/**
 * The channel that is named, else the one in which that is asked. Throws UserError `organisers-decide`, `nothing-remembered`
 * or `digest-where`.
 */
export async function askedFor(named: Channel | null, scene: Scene): Promise<Asked> {
  const state = stateFor(scene);
  const { place } = scene.call;
  if (named === null && place.visibility === 'direct') throw new UserError('digest-where');
  const channel = named ?? { id: place.channel, name: place.channel };
  const known = (await allDigestChannels(state)).find((each) => isCalled(each.place, channel.id, place));
  return { state, place: known?.place ?? (await asNamed(newPlace(channel, scene), scene)) };
}

/** By its id, or, where no platform said which it is, by its name in the same workspace. */
const isCalled = ({ platform, workspace, channel, name }: NamedPlace, id: string, here: Place): boolean =>
  platform === here.platform &&
  (channel === id || (workspace === here.workspace && name.replace(/^#/, '') === id));

/** A channel is told as a whole, wherever in it that was asked for. Who can read another one its platform says later. */
function newPlace({ id, name }: Channel, { call: { place } }: Scene): NamedPlace {
  const { platform, workspace, channel, visibility } = place;
  const isHere = channel === id;
  return {
    platform,
    workspace,
    channel: id,
    name: `#${name}`,
    visibility: isHere ? visibility : 'private',
  };
}

/** As its platform calls it, as far as that says. */
async function asNamed(place: NamedPlace, { directory }: Scene): Promise<NamedPlace> {
  const { channel: name, workspace } = place;
  return (await directory?.channel({ name, workspace }).catch(() => null)) ?? place;
}

/** What people read of it: the one in which they ask, where nobody says how it is called. */
export const calledIn = ({ name, channel }: NamedPlace, { call, words }: Scene): string =>
  channel === call.place.channel && name === `#${channel}` ? words.digestCommand.here : name;

/** The digest that is there. Throws UserError `digest-none`. */
export const digestAt = async (asked: Asked, scene: Scene): Promise<DigestChannel> =>
  required(await digestChannelAt(asked.state, asked.place), asked, scene);

/** Changes the digest that is there, whoever else does at the same time. Throws UserError `digest-none`. */
export const changeDigest = async (
  asked: Asked,
  scene: Scene,
  change: (there: DigestChannel) => DigestChannel,
): Promise<DigestChannel> =>
  required(
    await writeDigestChannel(asked.state, asked.place, (before) => before && change(before)),
    asked,
    scene,
  );

function required(channel: DigestChannel | null, { place }: Asked, scene: Scene): DigestChannel {
  if (channel === null) throw new UserError('digest-none', { channel: calledIn(place, scene) });
  return channel;
}

/** A command about that channel, wherever the button is pressed. */
export const digestButton = (
  label: string,
  { command, ...named }: Readonly<Record<string, string | number>> & { readonly command: string },
  { channel, name }: NamedPlace,
): Next => ({
  label,
  command,
  input: writeInput('', { channel: writeChannel({ id: channel, name }), ...named }),
});

/** Who reads what of it, and where. */
export const readingIn = ({ words, locale, settings, now, call }: Scene): Reading => ({
  words,
  locale,
  settings,
  now: now(),
  at: call.place,
});
