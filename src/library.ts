/** Everything that one community knows, over its folder and the index of it. Hosted in a worker: arguments and answers are plain. */
import { createCatalogue } from './library/catalogue.ts';
import { createCompletions } from './library/completions.ts';
import { createDigests } from './library/digests.ts';
import { discreetly, readDiscreetly } from './library/discreet.ts';
import { eventNamed } from './library/event.ts';
import { createFeeds } from './library/feeds.ts';
import type { KnownFeed } from './library/feeds.ts';
import { createHappenings, dayOf } from './library/happenings.ts';
import { createNames } from './library/names.ts';
import { createPeople } from './library/people.ts';
import { readById } from './library/reading.ts';
import { proposalsFor } from './library/proposals.ts';
import { createReports } from './library/reports.ts';
import { createShelf, settingsOn } from './library/shelf.ts';
import { statusOf } from './library/status.ts';
import { createSync } from './library/sync.ts';
import type { Parts } from './library/sync.ts';
import { UserError } from './error.ts';
import type { EventReading, Library, OwnFiles, Settings } from './port.ts';
import { addressesOn } from './search/address.ts';
import { search } from './search/answer.ts';
import { explain } from './search/explain.ts';

/** Raise it when the same file is to be understood or analysed in another way: every index is rebuilt by itself. */
const analyserVersion = 14;

/** What an index is made with; words depend on ICU too. */
export const indexVersion = (icu: string): string => `${analyserVersion} icu ${icu}`;

/** The same list, always: what is made of it is kept. */
const none: readonly KnownFeed[] = [];

export function createLibrary(parts: Parts): Library {
  const shelf = createShelf(parts.index);
  const sync = createSync(parts, shelf);
  const people = createPeople(shelf);
  const reports = createReports(shelf);
  const catalogue = createCatalogue(shelf);
  const digests = createDigests(shelf);
  const names = createNames(shelf);
  const happenings = createHappenings(shelf);
  const feeds = parts.feeds === undefined ? null : createFeeds(parts.feeds, parts);
  const completions = createCompletions(shelf, parts.index);
  const settings = (): Promise<Settings> => settingsOn(shelf);
  const ground = async () => {
    const current = await settings();
    return {
      settings: { ...current, people: await people(current) },
      addressOf: addressesOn({ site: current.site, pages: parts.pages }),
      today: dayOf(parts.now(), current.zone),
      index: parts.index,
      vocabulary: shelf.vocabulary,
    };
  };
  const known = async () => {
    const { settings: current, today } = await ground();
    return { today, people: current.people, feeds: (await feeds?.known(current)) ?? none };
  };
  const event = async (name: string): Promise<EventReading | null> => {
    const within = await known();
    const reading = await eventNamed({
      name,
      feeds: within.feeds,
      happenings: (between) => happenings(between, within),
      reports: async () => (await reports({ limit: Infinity, offset: 0 }, await ground())).items,
      now: parts.now,
    });
    return reading && readDiscreetly(reading, within.people);
  };
  return {
    settings,
    sync: (show) => sync.run(show),
    search: async (request) => {
      const { changedAt } = await parts.index.state();
      const asOf = { changedAt, commit: sync.commit() };
      return { ...(await search(request, await ground())), asOf };
    },
    explain: async (request) => explain(request, await ground()),
    read: async (id) => {
      const reading = await readById(id, parts, await ground());
      return reading && { ...reading, proposals: proposalsFor(reading, (await known()).feeds) };
    },
    reports: async (of) => reports(of, await ground()),
    catalogue: async () => catalogue(await ground()),
    digests,
    names: async (of) => names(of, await ground()),
    completions: async (of) => completions(of, await ground()),
    happenings: async (between) => {
      const within = await known();
      return discreetly(await happenings(between, within), within.people);
    },
    event: async (name) => event(name),
    feeds: async () => feeds?.statuses(await settings()) ?? [],
    refresh: async ({ all }, show = () => {}) =>
      feeds?.refresh({ settings: await settings(), all, show }) ?? [],
    add: async ({ path, text }) => {
      if (parts.add === undefined) throw new UserError('folder-read-only');
      const added = await parts.add(path, text);
      await sync.run();
      return added;
    },
    text: async (path) => ownFiles(parts).text(path),
    change: async (change) => {
      const isDone = await ownFiles(parts).change(change);
      if (isDone) await sync.run();
      return isDone;
    },
    keep: async (asset) => ownFiles(parts).keep(asset),
    scrub: async () => {
      await sync.run();
      await parts.index.scrub();
    },
    status: async () => statusOf(parts.index, shelf, sync),
  };
}

function ownFiles({ own }: Parts): OwnFiles {
  if (own === undefined) throw new UserError('folder-read-only');
  return own;
}
