/** What digests are made of, gathered once for all channels. */
import type { Material } from '../../digest/compose.ts';
import { seenSince } from '../../digest/seen.ts';
import type { Ledger } from '../../event/ledger.ts';
import type { Happening, Library, State } from '../../port.ts';

const day = 24 * 60 * 60_000;

/** Milliseconds that a digest looks back for events without a report, and ahead for those that are to come. */
const behind = 21 * day;
const ahead = 56 * day;

/** Events whose topic is looked for in the archive: the nearest ones. */
const mostTopics = 3;

export interface Gathering {
  readonly library: Library;
  /** `null`: nothing is remembered. */
  readonly state: State | null;
  readonly ledger: Pick<Ledger, 'known'> | null;
}

export async function gather({ library, state, ledger }: Gathering, now: Date): Promise<Material> {
  const at = now.getTime();
  const [happenings, reports, seen, known] = await Promise.all([
    library.happenings({ from: new Date(at - behind), to: new Date(at + ahead) }),
    library.catalogue(),
    state === null ? new Map<string, string>() : seenSince(state),
    ledger?.known() ?? [],
  ]);
  const events = known.map(({ id, since }) => [`event ${id}`, since] as const);
  const next = happenings.filter(({ start, status }) => status === 'scheduled' && Date.parse(start) > at);
  return {
    happenings,
    reports,
    knownSince: new Map([...seen, ...events]),
    reminds: await remindersOf(next.slice(0, mostTopics), library),
  };
}

/** The best talk of the archive for what each of them is called. */
async function remindersOf(next: readonly Happening[], library: Library): Promise<Material['reminds']> {
  const found = await Promise.all(
    next.map(async (happening) => {
      const { hits } = await library.search({ text: topicOf(happening), limit: 5, offset: 0 });
      const talk = hits.find(({ kind }) => kind === 'talk');
      return talk === undefined ? [] : [[happening.id, { id: talk.id, report: talk.report }] as const];
    }),
  );
  return new Map(found.flat());
}

/** What it is about, in words that are no filters: its first talks, else its title. */
const topicOf = ({ title, talks }: Happening): string =>
  (talks[0]?.title ?? title).replaceAll(/["“”:：#]/gu, ' ').slice(0, 100);
