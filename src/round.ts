/** What the bot does of its own accord, each time the alarm rings: look, compare, tell, remind, ask, post, mirror. */
import { noteSeen } from './digest/seen.ts';
import { allMirrors, mirrored } from './event/mirror.ts';
import type { Mirror } from './event/mirror.ts';
import { allOrganisers } from './event/organiser.ts';
import type { KnownEvent, Step } from './event/plan.ts';
import { allReminders, forgetReminder, remindedOf } from './event/reminder.ts';
import type { Reminder } from './event/reminder.ts';
import { allSubscriptions, putSubscription, subscriptionAt } from './event/subscription.ts';
import { deliver } from './outbox/deliver.ts';
import type { Delivery } from './outbox/deliver.ts';
import { put } from './outbox/letter.ts';
import type { Letter, Settled } from './outbox/letter.ts';
import type { Timing } from './outbox/timing.ts';
import type { Calendar, Joined, Library, Log, Measure, Records, Round, State } from './port.ts';
import { askingLetters, overFor } from './round/asking.ts';
import { noteTime, timePassed } from './round/clock.ts';
import { compare, horizon } from './round/compare.ts';
import type { Comparing } from './round/compare.ts';
import { amendEditions } from './round/digest/amend.ts';
import { keepDigests } from './round/digest/keep.ts';
import { planDigests } from './round/digest/plan.ts';
import { noteEnding } from './round/digest/settled.ts';
import { followWishes } from './round/digest/wishes.ts';
import type { Wishing } from './round/digest/wishes.ts';
import { channelLetters, personalLetters } from './round/news.ts';
import { followNotes } from './round/note/follow.ts';
import { publishRest } from './round/note/publish.ts';
import type { NoteRoom } from './round/note/room.ts';
import { channelReminders, personReminders } from './round/reminding.ts';

/** What carrying out a plan takes. */
export interface Carrying extends Comparing {
  readonly state: State;
  readonly newId: () => string;
}

export interface RoundParts extends Carrying {
  readonly chats: readonly Joined[];
  readonly log: Log;
  /** The library as it is for those who read elsewhere. */
  readonly told: Library;
  /** What a message takes of each platform's limits. */
  readonly measures: Readonly<Record<string, () => Promise<Measure>>>;
  readonly timing?: Timing;
  /** Where people find an event, as far as there are pages for everyone. */
  readonly pageOf: (id: string) => string | null;
  /** `null`: no notes are taken. */
  readonly notes: NoteRoom | null;
}

/** A part that fails is logged, and the others go on. */
export function createRound(parts: RoundParts): Round {
  let followed = '';
  const { log } = parts;
  const lost = new Set<string>();
  const began = parts.now();
  let pulled: Date | null = null;
  const outbox = { owner: parts.newId(), resting: new Map<string, Date>() };
  const attempt = async (name: string, part: () => Promise<unknown>): Promise<void> => {
    await part().catch((error: unknown) => log.error({ err: error, part: name }, 'a part of a round failed'));
  };
  return async (signal) => {
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['follow', async () => (followed = await follow(parts, followed))],
      ['remind', () => remind(parts)],
      ['digest', () => digest({ ...parts, lost }, signal)],
      ['post', () => post({ ...parts, ...outbox }, signal)],
      ['keep', () => keepDigests(parts)],
      ['notes', () => notes(parts, began, signal)],
      ['publish', async () => (pulled = await publish(parts, pulled))],
      ['mirror', () => mirror(parts, signal)],
    ];
    for (const [name, part] of steps) if (!signal.aborted) await attempt(name, part);
  };
}

/** Looks for what is new, unless nothing can be: `before` is what the last look saw. Resolves to what this one did. */
async function follow(parts: RoundParts, before: string): Promise<string> {
  const { library, now } = parts;
  const [feeds, { changedAt }] = [await library.refresh({ all: false }), await library.status()];
  const hour = now().toISOString().slice(0, 13);
  const seen = JSON.stringify([changedAt, feeds.map(({ goodAt }) => goodAt), hour]);
  if (seen !== before) {
    await carryOut(await compare(parts, feeds), parts);
    await noteSeen(parts.state, await library.catalogue(), now());
  }
  return seen;
}

/** What is new is known, and waits to be told, at once. */
export async function carryOut(steps: readonly Step[], parts: Carrying): Promise<void> {
  if (steps.length === 0) return;
  const { library, state, ledger, now, newId } = parts;
  const known = await ledger.known();
  const telling = { steps, known, now: now(), id: newId() };
  const settings = await library.settings();
  const [subscriptions, reminders] = await Promise.all([allSubscriptions(state), allReminders(state)]);
  const letters = [
    ...channelLetters(telling, subscriptions, settings.locale),
    ...personalLetters(telling, reminders),
  ];
  await ledger.apply(steps, async (records) => {
    for (const letter of letters) await put(letter, records);
    await amendEditions(steps, { records, settings, now: now() });
    for (const reminder of reminders.filter(ofForgotten(steps, known)))
      await forgetReminder(records, reminder);
  });
}

/** What is over and forgotten is nothing to be reminded of. */
function ofForgotten(steps: readonly Step[], known: readonly KnownEvent[]): (reminder: Reminder) => boolean {
  const forgotten = new Set(steps.flatMap((step) => (step.step === 'forget' ? [step.before.id] : [])));
  return (reminder) => forgotten.has(remindedOf(reminder, known)?.id ?? '');
}

/** Writes what fell due since the last round, and that it did, at once. */
async function remind({ library, state, ledger, now }: RoundParts): Promise<void> {
  const at = now();
  const known = await ledger.known();
  const passed = await timePassed(state, at);
  const { locale } = await library.settings();
  const [subscriptions, reminders, organisers] = await Promise.all([
    allSubscriptions(state),
    allReminders(state),
    allOrganisers(state),
  ]);
  const letters = [
    ...personReminders(reminders, { known, passed }),
    ...channelReminders(subscriptions, { known, passed }, locale),
    ...(await askingLetters(overFor(known, passed), organisers, { library, now: at })),
  ];
  await state.transaction(async (records) => {
    for (const letter of letters) await put(letter, records);
    await noteTime(records, passed);
  });
}

/** What the file wishes for is set up, and what is due is made and waits to be posted. */
async function digest(parts: RoundParts & Pick<Wishing, 'lost'>, signal: AbortSignal): Promise<void> {
  const { digests } = await parts.library.settings();
  await followWishes(digests, parts);
  await planDigests({ ...parts, library: parts.told }, signal);
}

async function post(
  parts: RoundParts & Pick<Delivery, 'owner' | 'resting'>,
  signal: AbortSignal,
): Promise<void> {
  const chats = new Map(parts.chats.map((chat) => [chat.platform, chat]));
  const settings = await parts.library.settings();
  const told: Delivery['told'] = async (letter, settled, records) => {
    await noteTrouble(letter, settled, records);
    await noteEnding(letter, settled, { records, settings, now: parts.now() });
  };
  await deliver({ ...parts, chats, told }, signal);
}

/** Whoever looks at a channel's subscription sees why the channel hears nothing. */
async function noteTrouble({ to, edit }: Letter, settled: Settled, records: Records): Promise<void> {
  if (!('channel' in to) || edit !== undefined) return;
  if (settled.status !== 'posted' && settled.status !== 'refused') return;
  const wish = await subscriptionAt(records, to);
  const trouble = settled.status === 'refused' ? settled.reason : null;
  if (wish !== null && wish.trouble !== trouble)
    await putSubscription(records, wish.place, { ...wish, trouble });
}

const notes = async ({ notes: room }: RoundParts, since: Date, signal: AbortSignal): Promise<void> =>
  room === null ? undefined : followNotes(room, since, signal);

const publish = async ({ notes: room }: RoundParts, before: Date | null): Promise<Date | null> =>
  room === null ? before : publishRest(room, before);

/** Where it is wished, the platform's own calendar shows what is coming. */
async function mirror(parts: RoundParts, signal: AbortSignal): Promise<void> {
  for (const wish of await allMirrors(parts.state)) {
    const calendar = parts.chats.find(({ platform }) => platform === wish.platform)?.calendar;
    if (calendar === undefined) continue;
    await mirrorIn(calendar, wish, { ...parts, signal }).catch((error: unknown) =>
      parts.log.warn({ err: error, workspace: wish.workspace }, 'a calendar could not be followed'),
    );
  }
}

async function mirrorIn(
  calendar: Calendar,
  { workspace }: Mirror,
  { library, now, log, pageOf, signal }: RoundParts & { readonly signal: AbortSignal },
): Promise<void> {
  const at = now();
  const happenings = await library.happenings({ from: at, to: new Date(at.getTime() + horizon) });
  const standing = await calendar.known(workspace);
  const { most, shown } = calendar;
  for (const step of mirrored({ happenings, standing, most, shown, now: at, pageOf })) {
    if (signal.aborted) return;
    const applied = await calendar.apply(workspace, step);
    if (applied.status === 'later') return;
    if (applied.status === 'refused')
      log.warn({ step: step.step, reason: applied.reason }, 'an event could not be shown in a calendar');
  }
}
