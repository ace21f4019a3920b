/** `/meetup digest on #general every Mon 09:00`: a channel gets a digest, gets it otherwise, or gets it again. */
import { usualDigest } from '../content/digest-setting.ts';
import { writeDigestChannel } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { UserError } from '../error.ts';
import { noteOrganiser } from '../event/organiser.ts';
import { whoCalls } from '../event/who.ts';
import type { Who } from '../event/who.ts';
import type { DigestSetting, NamedPlace } from '../port.ts';
import { askedFor, channelOption } from './digest-channel.ts';
import { givenIn } from './digest-given.ts';
import { postable, roleIn } from './digest-reach.ts';
import { begunView } from './digest-begun.ts';
import { defineCommand } from './spec.ts';
import { suggestNames, suggestOfUpcoming } from './suggest.ts';
import type { Suggest } from './suggest.ts';
import { locales } from '../model.ts';

/** Days back: as far as older reports may be told of as if they were new. */
const farthest = 92;

const choices =
  (...values: readonly string[]): Suggest =>
  async () =>
    values.map((value) => ({ label: value, value }));

export const digestOn = defineCommand({
  name: 'digest-on',
  options: {
    channel: channelOption,
    schedule: { type: 'text', rest: true },
    zone: { type: 'text' },
    locale: { type: 'text', suggest: choices(...locales) },
    sections: { type: 'text' },
    tag: { type: 'text', suggest: suggestOfUpcoming(({ tags }) => tags) },
    series: { type: 'text', suggest: suggestNames('series') },
    thread: { type: 'text', suggest: choices('yes', 'no') },
    empty: { type: 'text', suggest: choices('skip', 'say') },
    mention: { type: 'text' },
    keep: { type: 'text', suggest: choices('yes', 'no') },
    include: { type: 'number', min: 1, max: farthest, listed: false },
  },
  run: async ({ channel: named, include, ...typed }, scene) => {
    const { state, place: asked } = await askedFor(named, scene);
    const given = givenIn(typed);
    const place = await postable(asked, scene);
    await roleIn(place, given, scene);
    const by = whoCalls(scene.call);
    const now = scene.now();
    const wish = { place, given, by, now, from: include === undefined ? null : daysBefore(now, include) };
    const channel = await writeDigestChannel(state, place, (before) => switchedOn(before, wish));
    await noteOrganiser(state, by);
    if (channel === null) throw new Error('a digest that was set up is not there');
    return begunView(channel, scene);
  },
});

const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 24 * 60 * 60_000).toISOString();

interface Wish {
  readonly place: NamedPlace;
  readonly given: Partial<DigestSetting>;
  readonly by: Who;
  readonly now: Date;
  /** ISO 8601: from when on the first one tells; `null`: nothing was said of that. */
  readonly from: string | null;
}

/** What was told stays told, and what nothing was said of stays as it was. Throws UserError `digest-in-file`. */
function switchedOn(before: DigestChannel | null, { place, given, by, now, from }: Wish): DigestChannel {
  if (before?.from === 'file') throw new UserError('digest-in-file', { channel: place.name });
  const { name: channel, platform, workspace } = place;
  const setting = { ...(before?.setting ?? usualDigest), ...given, channel, platform, workspace };
  const kept: Kept = before ?? { since: now.toISOString(), skips: null, recent: [] };
  const isSame = before === null || isSameTime(before.setting, setting);
  // What another schedule would have wanted before now is not made up for; what is news since then stays news.
  const since = isSame ? kept.since : now.toISOString();
  const newsFrom = from ?? kept.newsFrom ?? (isSame ? undefined : kept.since);
  return {
    ...kept,
    place,
    setting,
    from: 'chat',
    by,
    since,
    ...(newsFrom === undefined ? {} : { newsFrom }),
    paused: null,
    trouble: null,
  };
}

type Kept = Pick<DigestChannel, 'since' | 'newsFrom' | 'skips' | 'recent'>;

const isSameTime = (one: DigestSetting, other: DigestSetting): boolean =>
  one.schedule === other.schedule && one.zone === other.zone;
