/** A conversation and what someone wants of it → what would be kept, under which names, about what. Nothing is written. */
import { UserError } from '../../error.ts';
import { allConsents, forgottenAmong } from '../../note/consent.ts';
import { guessEvent, guessTags, guessTitle } from '../../note/guess.ts';
import type { Candidate } from '../../note/guess.ts';
import type { Entry, Manuscript, NotedEvent } from '../../note/manuscript.ts';
import { findSecrets, masked, withoutSecrets } from '../../note/mask.ts';
import { noteAt } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import { routeAt } from '../../note/route.ts';
import { secretsIn } from '../../note/secret.ts';
import { select } from '../../note/select.ts';
import type { Selection } from '../../note/select.ts';
import type { EventReading, FoundSecret, Happening, NoteWish, Place, Settings, Whose } from '../../port.ts';
import { words } from '../../words/index.ts';
import type { Conversation } from './read.ts';
import type { NoteRoom } from './room.ts';

export interface Prepared {
  readonly key: string;
  readonly conversation: Conversation;
  readonly selection: Selection;
  readonly secrets: readonly FoundSecret[];
  readonly event: EventReading | null;
  readonly candidates: readonly Candidate[];
  /** Of the note itself; of the report where it belongs to no event. */
  readonly title: string;
  readonly manuscript: Manuscript;
  /** As it was collected before. */
  readonly before: Note | null;
  readonly settings: Settings;
}

interface Wanted {
  readonly wish: NoteWish;
  /** Who collects. */
  readonly by: Whose;
}

export async function prepare(
  conversation: Conversation,
  { wish, by }: Wanted,
  room: NoteRoom,
): Promise<Prepared> {
  const { library, state, hash } = room;
  const { thread } = conversation;
  const settings = await library.settings();
  const { platform, workspace } = thread.place;
  const key = hash(`${platform} ${workspace} ${thread.id}`);
  const selection = await selected(conversation, { wish, by }, { ...room, settings });
  const { event, candidates } = await eventFor(wish, conversation, room);
  const said = wish.title ?? guessTitle(selection.entries, calledBy(conversation, selection));
  const { note, draft } = words[settings.locale];
  const entries = wish.masked ? masked(selection.entries, settings.locale) : selection.entries;
  const title = (wish.masked ? withoutSecrets(said, settings.locale) : said) || note.list;
  return {
    key,
    conversation,
    selection,
    secrets: [...secretsInTitle(title), ...findSecrets(entries)],
    event,
    candidates,
    title,
    manuscript: {
      key,
      title: event === null ? title : draft.title(event.happening.title),
      heading: event === null ? null : title,
      event: event && noted(event.happening),
      tags: wish.tags ?? (await tagsFor(entries, event, room)),
      locale: settings.locale,
      zone: settings.zone,
      entries,
      withheld: selection.withheld,
      source: { platform, url: thread.url },
    },
    before: await noteAt(state, key),
    settings,
  };
}

async function selected(
  { thread, remarks }: Conversation,
  { wish, by }: Wanted,
  { state, hash, settings }: NoteRoom & { readonly settings: Settings },
): Promise<Selection> {
  const { consent, names, programs } = settings.notes;
  return select(remarks, {
    platform: thread.place.platform,
    policy: consent,
    by: by.id,
    consents: await allConsents(state),
    isForgotten: await forgottenAmong(state, hash),
    names,
    programs,
    people: settings.people,
    left: wish.left,
    locale: settings.locale,
  });
}

/** What people called the thread; where that may be the words of somebody who is not in it, nothing. */
function calledBy({ thread, remarks }: Conversation, { entries }: Selection): string | null {
  const [first] = remarks;
  return first === undefined || entries.some(({ id }) => id === first.id) ? thread.title : null;
}

const secretsInTitle = (title: string): readonly FoundSecret[] =>
  secretsIn(title).map(({ kind, from }) => ({ kind, id: '', hint: `${title.slice(from, from + 4)}…` }));

const noted = ({ start, ...event }: Happening): NotedEvent => ({ ...event, day: start.slice(0, 10) });

/** Milliseconds around a conversation in which an event is looked for. */
const around = 3 * 24 * 60 * 60_000;

/** The one that is wished for, else the one that the channel belongs to, else the one that it seems to be about. */
async function eventFor(
  { event: wished }: NoteWish,
  { thread, remarks }: Conversation,
  room: NoteRoom,
): Promise<{ readonly event: EventReading | null; readonly candidates: readonly Candidate[] }> {
  const { library } = room;
  const none = { event: null, candidates: [] };
  if (wished === '') return none;
  const id = wished ?? (await routedTo(thread.place, room));
  if (id !== null) return { ...none, event: await library.event(id) };
  const at = remarks[0]?.at ?? new Date(0);
  const between = { from: new Date(at.getTime() - around), to: new Date(at.getTime() + around) };
  const guess = guessEvent(await library.happenings(between), { at, remarks, title: thread.title });
  return { event: guess.id === null ? null : await library.event(guess.id), candidates: guess.candidates };
}

/** As `community.md` says it, which goes before what was said in chat. */
async function routedTo(place: Place, { library, state, directory }: NoteRoom): Promise<string | null> {
  const { channels } = (await library.settings()).notes;
  for (const { channel, event } of channels) {
    const named = { name: channel, workspace: place.workspace };
    const found =
      channel === place.channel ||
      (
        await directory(place.platform)
          ?.channel(named)
          .catch(() => null)
      )?.channel === place.channel;
    if (found) return event;
  }
  return routeAt(state, place);
}

/** Names of tags that are known. */
const mostTags = 500;

async function tagsFor(
  entries: readonly Entry[],
  event: EventReading | null,
  { library }: NoteRoom,
): Promise<readonly string[]> {
  const { items } = await library.names({ kind: 'tag', limit: mostTags, offset: 0 });
  const guessed = guessTags(
    entries,
    items.map(({ name }) => name),
  );
  return [...new Set([...(event?.happening.tags ?? []), ...guessed])];
}

/** Throws UserError `notes-nothing` or `notes-secret`. */
export function requireReady({ manuscript, secrets }: Prepared): void {
  if (secrets.length > 0) throw new UserError('notes-secret', { count: secrets.length });
  if (manuscript.entries.length === 0) throw new UserError('notes-nothing');
}
