/** Coming events, and what a platform's own calendar shows of them → what there is to do there. */
import type { CalendarStep, Entry, Happening, Records, Standing, State } from '../port.ts';
import { endsAt, isWholeDay, startsAt, USUAL_LENGTH } from './fact.ts';
import type { Who } from './who.ts';

export interface Mirroring {
  readonly happenings: readonly Happening[];
  readonly standing: readonly Standing[];
  /** The calendar's: as many as it takes, and how each stands there. */
  readonly most: number;
  readonly shown: (entry: Entry) => Entry;
  readonly now: Date;
  /** Where people find an event that has no page. */
  readonly pageOf: (id: string) => string | null;
}

/**
 * The next events as they are, each once, and nothing that was only inferred. One that has begun is left alone. Carried out,
 * the same gives no steps.
 */
export function mirrored({
  happenings,
  standing,
  most,
  shown,
  now,
  pageOf,
}: Mirroring): readonly CalendarStep[] {
  const there = standing.filter(({ status }) => status !== 'over');
  const coming = happenings.filter(({ status, inferred }) => status === 'scheduled' && !inferred);
  const entries = marked(coming, { pageOf, known: new Set(there.map(({ mark }) => mark)) })
    .map(shown)
    .filter(({ start }) => start > now);
  const wanted = new Map(entries.map((entry) => [entry.mark, entry]));
  const first = new Map(there.toReversed().map((each) => [each.mark, each]));
  const steps = there.flatMap((each) =>
    stepFor(each, first.get(each.mark) === each ? wanted.get(each.mark) : undefined, now),
  );
  const left = there.length - steps.filter(({ step }) => step === 'cancel').length;
  const missing = [...wanted.values()].filter(({ mark }) => !first.has(mark));
  return [
    ...steps,
    // What stands there is not called off because something nearer has come.
    ...missing.slice(0, Math.max(most - left, 0)).map((entry): CalendarStep => ({ step: 'create', entry })),
  ];
}

interface Marking extends Pick<Mirroring, 'pageOf'> {
  /** Marks that stand there. */
  readonly known: ReadonlySet<string>;
}

/** Of events that share a page the next one is known by it alone; the others have their id as well, and keep it. */
function marked(coming: readonly Happening[], { pageOf, known }: Marking): readonly Entry[] {
  const taken = new Set<string>();
  return coming.map((happening) => {
    const mark = markOf(happening, pageOf);
    const own = `${mark}#${happening.id}`;
    if (taken.has(mark) || known.has(own)) return entryOf(happening, own);
    taken.add(mark);
    return entryOf(happening, mark);
  });
}

function stepFor(standing: Standing, entry: Entry | undefined, now: Date): readonly CalendarStep[] {
  const { ref, status, start } = standing;
  if (status !== 'scheduled' || start <= now) return [];
  if (entry === undefined) return [{ step: 'cancel', ref }];
  return isSame(standing, entry) ? [] : [{ step: 'update', ref, entry }];
}

const isSame = (one: Entry, other: Entry): boolean =>
  one.title === other.title &&
  one.text === other.text &&
  one.place === other.place &&
  one.start.getTime() === other.start.getTime() &&
  one.end.getTime() === other.end.getTime();

/** Occurrences share the address of their series: the day tells them apart. */
function markOf({ id, url }: Happening, pageOf: Mirroring['pageOf']): string {
  const own = pageOf(id);
  if (own !== null || url === null) return own ?? id;
  const day = /-(\d{8})$/.exec(id)?.[1];
  return day === undefined ? url : `${url}#${day}`;
}

function entryOf(happening: Happening, mark: string): Entry {
  const { title, text, place, address, online, url, start, end } = happening;
  const [from, to] = [startsAt(happening), endsAt(happening)];
  const isOpen = end === null && !isWholeDay(start);
  return {
    mark,
    title,
    text,
    place: place ?? address ?? online ?? url ?? title,
    start: new Date(from),
    end: new Date(isOpen || to <= from ? from + USUAL_LENGTH : to),
  };
}

/** A workspace whose own calendar shows the events. */
export interface Mirror {
  readonly platform: string;
  readonly workspace: string;
  readonly by: Who;
}

const kind = 'mirror';

type Workspace = Pick<Mirror, 'platform' | 'workspace'>;

const keyOf = ({ platform, workspace }: Workspace): string => `${platform} ${workspace}`;

export const allMirrors = async (records: Pick<Records, 'list'>): Promise<readonly Mirror[]> =>
  (await records.list(kind)).map(({ value }) => value as Mirror);

export const isMirrored = async (state: State, workspace: Workspace): Promise<boolean> =>
  (await state.get(kind, keyOf(workspace))) !== null;

/** `null` ends it. */
export function writeMirror(state: State, workspace: Workspace, value: Mirror | null): Promise<void> {
  const key = keyOf(workspace);
  return state.transaction(async (records) => {
    const version = (await records.get(kind, key))?.version ?? null;
    if (value !== null || version !== null) await records.put({ kind, key, version, value });
  });
}
