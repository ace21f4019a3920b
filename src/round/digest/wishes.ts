/** Channels that the community's file wants a digest for → channels that have one. */
import { allDigestChannels, changeDigestChannel, writeDigestChannel } from '../../digest/channel.ts';
import type { DigestChannel } from '../../digest/channel.ts';
import { identity } from '../../digest/wish.ts';
import type { DigestSetting, Joined, Log, NamedPlace, Now, State } from '../../port.ts';

export interface Wishing {
  readonly state: State;
  readonly chats: readonly Joined[];
  readonly now: Now;
  readonly log: Log;
  /** Wishes of which the log has been told that no platform knows their channel. */
  readonly lost: Set<string>;
}

/** Takes over what the file says now: a channel that is named in it for the first time begins today. */
export async function followWishes(wishes: readonly DigestSetting[], parts: Wishing): Promise<void> {
  const channels = await allDigestChannels(parts.state);
  const wanted = new Map(wishes.map((wish) => [identity(wish), wish]));
  const known = new Map(
    channels.filter(({ from }) => from === 'file').map((channel) => [identity(channel.setting), channel]),
  );
  for (const [id, channel] of known) await renew(channel, wanted.get(id) ?? null, parts);
  for (const [id, wish] of wanted) if (!known.has(id)) await begin(wish, parts);
}

/** What the file says of it no longer ends. */
async function renew(
  channel: DigestChannel,
  wish: DigestSetting | null,
  { state, now }: Wishing,
): Promise<void> {
  if (wish !== null && JSON.stringify(wish) === JSON.stringify(channel.setting)) return;
  await writeDigestChannel(state, channel.place, (before) => before && wish && renewed(before, wish, now()));
}

/** Another schedule makes up for nothing that it would have wanted before. */
function renewed(before: DigestChannel, setting: DigestSetting, now: Date): DigestChannel {
  const { schedule, zone } = before.setting;
  if (schedule === setting.schedule && zone === setting.zone) return { ...before, setting };
  return { ...before, setting, since: now.toISOString(), newsFrom: before.newsFrom ?? before.since };
}

async function begin(wish: DigestSetting, parts: Wishing): Promise<void> {
  const place = await find(wish, parts);
  if (place === null) return missed(wish, parts);
  parts.lost.delete(identity(wish));
  const since = parts.now().toISOString();
  await parts.state.transaction((records) =>
    changeDigestChannel(records, place, (before) => ({
      ...(before ?? { by: null, since, paused: null, trouble: null, skips: null, recent: [] }),
      place,
      setting: wish,
      from: 'file',
    })),
  );
}

/** Said once: a channel may be one that the bot has not been invited to yet. */
function missed(wish: DigestSetting, { chats, lost, log }: Wishing): void {
  const { channel, platform } = wish;
  const isAsked = chats.some((chat) => platform === null || chat.platform === platform);
  if (!isAsked || lost.has(identity(wish))) return;
  lost.add(identity(wish));
  log.warn(
    { channel, platform },
    'a channel that is to have a digest is not known, or there is more than one',
  );
}

/** `null` as long as the platform does not say which channel that is. */
async function find({ channel: name, platform, workspace }: DigestSetting, parts: Wishing) {
  const found: NamedPlace[] = [];
  for (const { directory, ...chat } of parts.chats) {
    if (directory === undefined || (platform !== null && platform !== chat.platform)) continue;
    const place = await directory.channel({ name, workspace }).catch((error: unknown) => {
      parts.log.warn({ err: error, platform: chat.platform }, 'a channel could not be asked for');
      return null;
    });
    if (place !== null) found.push(place);
  }
  const [place = null, ...others] = found;
  return others.length > 0 ? null : place;
}
