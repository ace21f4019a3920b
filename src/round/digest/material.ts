/** What digests are made of, gathered once for all channels. */
import type { Material } from '../../digest/compose.ts';
import { seenSince } from '../../digest/seen.ts';
import type { Ledger } from '../../event/ledger.ts';
import type { Findable, Happening, Library, State } from '../../port.ts';

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
  // What was there at the first look was there before.
  const first = known.reduce((least, { since }) => (since < least ? since : least), '~');
  const events = known
    .filter(({ since }) => since !== first)
    .map(({ id, since }) => [`event ${id}`, since] as const);
  const next = happenings.filter(({ start, status }) => status === 'scheduled' && Date.parse(start) > at);
  return {
    happenings,
    reports,
    knownSince: new Map([...seen, ...events]),
    reminds: await remindersOf(next.slice(0, mostTopics), library),
  };
}

/** The talk of the archive that each of them reminds of most. */
async function remindersOf(next: readonly Happening[], library: Library): Promise<Material['reminds']> {
  const found = await Array.fromAsync(next, async ({ id, talks }) => {
    const talk = talks[0] === undefined ? null : await alike(talks[0].title, library);
    return talk === null ? [] : [[id, talk] as const];
  });
  return new Map(found.flat());
}

/** How much of a topic a word is that says what it is about: the rarer, the more. */
const telling = 0.25;

/** A talk that is called by a word that the topic is about; `null`: there is none. */
async function alike(topic: string, library: Library): Promise<Pick<Findable, 'id' | 'report'> | null> {
  // What looks like a filter is none.
  const request = { text: topic.replaceAll(/["“”:：#]/gu, ' ').slice(0, 100), limit: 5, offset: 0 };
  const [{ hits }, explained] = await Promise.all([library.search(request), library.explain(request)]);
  const meant = explained.hits.find(
    ({ kind, reasons }) =>
      kind === 'talk' &&
      reasons.some(
        ({ share, findings }) => share >= telling && findings.some(({ field }) => field === 'title'),
      ),
  );
  const talk = hits.find(
    ({ file, line, kind }) => kind === 'talk' && file === meant?.file && line === meant.line,
  );
  return talk === undefined ? null : { id: talk.id, report: talk.report };
}
