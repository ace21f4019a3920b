/** Digests that are due → letters: what they say is kept with them, in one transaction, and changes no more by itself. */
import {
  allDigestChannels,
  changeDigestChannel,
  channelKey,
  hasDigestOn,
  withAppearance,
} from '../../digest/channel.ts';
import type { Appearance, DigestChannel } from '../../digest/channel.ts';
import { createComposer } from '../../digest/compose.ts';
import type { Compose } from '../../digest/compose.ts';
import type { Content } from '../../digest/content.ts';
import { editionAt, editionKey, forgetEditions, putEdition } from '../../digest/edition.ts';
import { nextSlots } from '../../digest/slot.ts';
import type { Slot } from '../../digest/slot.ts';
import { allWantedDigests, dropWantedDigest } from '../../digest/wanted.ts';
import { put } from '../../outbox/letter.ts';
import type { Joined, Log, Measure, Now, Records, Settings, State } from '../../port.ts';
import { draft } from './draft.ts';
import type { Draft, Role } from './draft.ts';
import { gather } from './material.ts';
import type { Gathering } from './material.ts';
import { newsSince, slotNow, toldBefore, turnOf } from './turn.ts';

export interface Planning extends Gathering {
  readonly state: State;
  readonly chats: readonly Joined[];
  readonly measures: Readonly<Record<string, () => Promise<Measure>>>;
  readonly now: Now;
  readonly log: Log;
}

interface Due {
  readonly channel: DigestChannel;
  readonly slot: Slot;
}

/** What all of one round have in common. */
interface Common extends Planning {
  readonly at: Date;
  readonly settings: Settings;
}

/** As many are written at once. */
const together = 25;

export async function planDigests(parts: Planning, signal: AbortSignal): Promise<void> {
  const common = { ...parts, at: parts.now(), settings: await parts.library.settings() };
  const channels = await allDigestChannels(parts.state);
  const turns = channels.map((channel) => ({
    channel,
    ...turnOf(channel, common.settings.zone, common.at),
  }));
  for (const each of turns) if (each.turn === 'leave') await leave(each, common);
  const due = turns.flatMap((each) => (each.turn === 'post' ? [each] : []));
  const wanted = await wantedNow(channels, common);
  const all = [
    ...new Map([...wanted, ...due].map((each) => [channelKey(each.channel.place), each])).values(),
  ];
  if (all.length > 0) await writeAll(all, common, signal);
}

/** Has the channel had none that day? */
const isOne = ({ channel, slot }: Due): boolean => !hasDigestOn(channel, slot.day);

/** An organiser may want one between two; not on a day that has one. */
async function wantedNow(channels: readonly DigestChannel[], { state, settings, at }: Common) {
  const wanted = new Set((await allWantedDigests(state)).map(({ place }) => channelKey(place)));
  const asked = channels.filter(({ place }) => wanted.has(channelKey(place)));
  const all = asked.map((channel): Due => ({ channel, slot: slotNow(channel, settings.zone, at) }));
  await state.transaction(async (records) => {
    for (const each of all) if (!isOne(each)) await dropWantedDigest(records, each.channel.place);
  });
  return all.filter(isOne);
}

/** What it would have told is told by the next one. */
async function leave({ channel, slot }: Due, { state, at }: Common): Promise<void> {
  const { place } = channel;
  const appearance = { ...appearanceOf(slot, channel, at), outcome: 'skipped' as const };
  await state.transaction((records) =>
    changeDigestChannel(
      records,
      place,
      (now) =>
        // A later one that is to be left out still is.
        now && withAppearance({ ...now, skips: now.skips === slot.period ? null : now.skips }, appearance),
    ),
  );
}

const appearanceOf = ({ period, day }: Slot, { place }: DigestChannel, at: Date): Appearance => ({
  period,
  day,
  at: at.toISOString(),
  outcome: 'waiting',
  items: 0,
  key: editionKey(place, period),
});

async function writeAll(due: readonly Due[], common: Common, signal: AbortSignal): Promise<void> {
  const compose = createComposer(await gather(common, common.at));
  for (let from = 0; from < due.length && !signal.aborted; from += together) {
    const some = due.slice(from, from + together);
    const drafts = await Promise.all(some.map((each) => draftOf(each, compose, common)));
    await common.state.transaction(async (records) => {
      for (const [index, each] of some.entries()) {
        const made = drafts[index];
        if (made !== undefined) await write(each, made, { records, common });
      }
    });
  }
  await forgetEditions(common.state, new Date(common.at.getTime() - memory));
}

/** Milliseconds that is kept what a digest said: its buttons work for as long. */
const memory = 60 * 24 * 60 * 60_000;

async function draftOf({ channel, slot }: Due, compose: Compose, common: Common): Promise<Draft> {
  const { state, settings, measures, at: now } = common;
  return draft(channel, slot, {
    compose,
    settings,
    since: newsSince(channel),
    before: await contentsBefore(channel, state),
    measure: (await measures[channel.place.platform]?.()) ?? null,
    role: await roleFor(channel, common),
    now,
  });
}

export async function contentsBefore(channel: DigestChannel, state: State): Promise<readonly Content[]> {
  const editions = await Promise.all(toldBefore(channel).map((key) => editionAt(state, key)));
  return editions.flatMap((edition) => edition?.content ?? []);
}

/** Where the platform knows no such role nobody is notified, and the log says so. */
async function roleFor({ setting, place }: DigestChannel, { chats, log }: Common): Promise<Role | null> {
  const { mention: name } = setting;
  const directory = chats.find(({ platform }) => platform === place.platform)?.directory;
  if (name === null || directory === undefined) return null;
  const id = await directory.role({ name, workspace: place.workspace }).catch((error: unknown) => {
    log.warn({ err: error, role: name }, 'a role could not be asked for');
    return null;
  });
  if (id === null)
    log.warn({ role: name, channel: place.channel }, 'a digest notifies nobody: there is no such role');
  return id === null ? null : { id, name };
}

/** Milliseconds after which it is old news, where no other follows sooner. */
const life = 7 * 24 * 60 * 60_000;

interface Writing {
  readonly records: Records;
  readonly common: Common;
}

/** Unless somebody has turned it off in the meantime. */
async function write({ channel, slot }: Due, made: Draft, { records, common }: Writing): Promise<void> {
  const { edition, view } = made;
  const { place, setting } = channel;
  const items = edition.content.candidates.filter(({ kept }) => kept).length;
  const appearance: Appearance = {
    ...appearanceOf(slot, channel, common.at),
    outcome: view === null ? 'empty' : 'waiting',
    items,
  };
  const there = await changeDigestChannel(records, place, (now) => now && withAppearance(now, appearance));
  await dropWantedDigest(records, place);
  if (there === null || view === null) return;
  await putEdition(records, edition.key, edition);
  const [next] = nextSlots(setting.schedule, edition.zone, slot.at, 1);
  const until = Math.min(next?.at.getTime() ?? Infinity, common.at.getTime() + life);
  await put(
    {
      key: edition.key,
      platform: place.platform,
      to: place,
      view,
      due: edition.due,
      locale: edition.locale,
      until: new Date(until).toISOString(),
    },
    records,
  );
}
