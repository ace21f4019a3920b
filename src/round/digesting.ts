/** Digests as they would be, for who wants to see them first. Nothing is posted, and nothing remembered. */
import { usualDigest } from '../content/digest-setting.ts';
import { allDigestChannels } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { isPausedAt } from '../digest/coming.ts';
import { createComposer } from '../digest/compose.ts';
import type { Content } from '../digest/content.ts';
import { isEmpty } from '../digest/content.ts';
import { dueSlot, latestSlot, nextSlots } from '../digest/slot.ts';
import type { Slot } from '../digest/slot.ts';
import { unmet } from '../digest/wish.ts';
import type { DigestPreview, DigestSetting, DigestSkip, Digesting, Measure, Settings } from '../port.ts';
import { draft, nothingView } from './digest/draft.ts';
import { gather } from './digest/material.ts';
import type { Gathering } from './digest/material.ts';
import { contentsBefore } from './digest/plan.ts';
import { mostBefore, newsSince, slotNow } from './digest/turn.ts';

export interface DigestingParts extends Gathering {
  /** By platform. */
  readonly measures: Readonly<Record<string, () => Promise<Measure>>>;
}

export function createDigesting(parts: DigestingParts): Digesting {
  return {
    preview: async ({ channel: name, at, isWanted = false }) => {
      const settings = await parts.library.settings();
      const channels = await channelsFor(name, settings, parts);
      const made: DigestPreview[] = [];
      for (const channel of channels) made.push(await previewOf(channel, { settings, at, isWanted, parts }));
      return made;
    },
    async *replay({ channel: name, from, to }) {
      const settings = await parts.library.settings();
      for (const channel of await channelsFor(name, settings, parts))
        yield* replayOf(channel, { settings, from, to, parts });
    },
  };
}

/** Those that have a digest, those that the file wants one for, or, where there are none at all, one as it usually is. */
async function channelsFor(
  name: string | null,
  settings: Settings,
  { state }: DigestingParts,
): Promise<readonly DigestChannel[]> {
  const known = state === null ? [] : await allDigestChannels(state);
  const all = [...known, ...unmet(settings.digests, known).map(imagined)];
  const there = all.length > 0 ? all : [imagined(usualDigest)];
  return there.filter(
    ({ place }) => name === null || [place.channel, place.name].some((each) => bare(each) === bare(name)),
  );
}

const bare = (name: string): string => name.replace(/^#/, '').toLowerCase();

/** A channel of which nothing is remembered. */
const imagined = (setting: DigestSetting): DigestChannel => ({
  place: {
    platform: setting.platform ?? '',
    workspace: setting.workspace ?? '',
    channel: setting.channel,
    name: setting.channel,
    visibility: 'private',
  },
  setting,
  from: 'file',
  by: null,
  since: '',
  paused: null,
  trouble: null,
  skips: null,
  recent: [],
});

interface Previewing {
  readonly settings: Settings;
  readonly at: Date;
  readonly parts: DigestingParts;
}

interface Wishing extends Previewing {
  /** At once, whatever the schedule says. */
  readonly isWanted: boolean;
}

async function previewOf(known: DigestChannel, previewing: Wishing): Promise<DigestPreview> {
  const { settings, at, isWanted, parts } = previewing;
  const channel = isWanted ? { ...known, paused: null, skips: null } : known;
  const zone = channel.setting.zone ?? settings.zone;
  const slot = isWanted ? slotNow(channel, zone, at) : slotFor(channel, zone, at);
  const before = parts.state === null ? [] : await contentsBefore(channel, parts.state);
  const since = channel.since === '' ? sinceOf(channel.setting, zone, slot) : newsSince(channel);
  const { preview } = await makingOf(channel, { slot, since, before, ...previewing });
  return preview;
}

/** The one that is due, or was posted today, else the next one. */
function slotFor({ setting, since, recent }: DigestChannel, zone: string, at: Date): Slot {
  const { schedule } = setting;
  const latest = latestSlot(schedule, zone, at);
  const [next] = nextSlots(schedule, zone, at, 1);
  const isOurs = latest !== null && (since === '' || latest.at >= new Date(since));
  const isToday = isOurs && at.getTime() - latest.at.getTime() < day;
  const due = since === '' ? null : dueSlot({ schedule, zone, since: new Date(since), recent, now: at });
  const slot = due ?? (isToday ? latest : null) ?? next ?? latest;
  if (slot === null || slot === undefined) throw new Error(`a schedule is never due: ${schedule}`);
  return slot;
}

const day = 24 * 60 * 60_000;

/** Where nothing is remembered: since the digest before. ISO 8601. */
function sinceOf({ schedule }: DigestSetting, zone: string, { at }: Slot): string {
  const before = latestSlot(schedule, zone, new Date(at.getTime() - 1));
  return (before?.at ?? new Date(at.getTime() - 7 * day)).toISOString();
}

interface Making extends Previewing {
  readonly slot: Slot;
  /** ISO 8601. */
  readonly since: string;
  readonly before: readonly Content[];
}

async function makingOf(channel: DigestChannel, { slot, since, before, settings, at, parts }: Making) {
  const { mention } = channel.setting;
  const { edition, view, details } = draft(channel, slot, {
    compose: createComposer(await gather(parts, at)),
    settings,
    since,
    before,
    measure: (await parts.measures[channel.place.platform]?.()) ?? null,
    // Who would be notified is named, and no more.
    role: mention === null ? null : { id: '', name: mention },
    now: at,
  });
  const { content, locale } = edition;
  const preview: DigestPreview = {
    channel: channel.place.name,
    period: slot.period,
    at: slot.at,
    skipped: skipOf(channel, slot) ?? (view === null ? 'empty' : null),
    items: content.candidates.map(({ id, kind, title, url, kept, reason }) => ({
      id,
      kind,
      title,
      url,
      kept,
      reason,
    })),
    view: view ?? nothingView(edition, settings),
    details,
    locale,
  };
  return { preview, content };
}

function skipOf({ paused, skips, recent }: DigestChannel, { period, at }: Slot): DigestSkip | null {
  if (recent.some((each) => each.period === period)) return 'sent';
  if (skips === period) return 'skipped';
  return isPausedAt(at, paused) ? 'paused' : null;
}

interface Replaying extends Omit<Previewing, 'at'> {
  readonly from: Date;
  readonly to: Date;
}

/** As far as the folder says when something became known. */
async function* replayOf(channel: DigestChannel, { from, to, settings, parts }: Replaying) {
  const zone = channel.setting.zone ?? settings.zone;
  const bareChannel = { ...imagined(channel.setting), place: channel.place };
  const forgetful = { ...parts, state: null, ledger: null };
  const before: Content[] = [];
  let [slot] = nextSlots(channel.setting.schedule, zone, new Date(from.getTime() - 1), 1);
  while (slot !== undefined && slot.at <= to) {
    const since = sinceOf(channel.setting, zone, slot);
    const { preview, content } = await makingOf(bareChannel, {
      slot,
      since,
      before: before.slice(-mostBefore),
      settings,
      at: slot.at,
      parts: forgetful,
    });
    yield preview;
    if (!isEmpty(content)) before.push(content);
    [slot] = nextSlots(channel.setting.schedule, zone, slot.at, 1);
  }
}
