/** Digests that stand there and are wrong by now: an event that they tell of was called off, or has moved. */
import { amended, changedBy } from '../../digest/amend.ts';
import type { Changed } from '../../digest/amend.ts';
import { allEditions, putEdition } from '../../digest/edition.ts';
import type { Edition } from '../../digest/edition.ts';
import type { Step } from '../../event/plan.ts';
import { put } from '../../outbox/letter.ts';
import type { Records, Settings } from '../../port.ts';
import { shown } from './draft.ts';

interface Amending {
  readonly records: Records;
  readonly settings: Pick<Settings, 'name'>;
  readonly now: Date;
}

/** Milliseconds: what is older nobody reads. */
const readFor = 35 * 24 * 60 * 60_000;

/** In the transaction in which the change becomes known. */
export async function amendEditions(steps: readonly Step[], amending: Amending): Promise<void> {
  const changed = changedBy(steps);
  if (changed.size === 0) return;
  const after = new Date(amending.now.getTime() - readFor).toISOString();
  for (const edition of await allEditions(amending.records))
    if (edition.at > after) await amend(edition, changed, amending);
}

/** One that does not stand there yet is corrected as soon as it does. */
async function amend(
  edition: Edition,
  changed: Changed,
  { records, settings, now }: Amending,
): Promise<void> {
  const content = amended(edition.content, changed);
  if (content === null) return;
  const next = { ...edition, content };
  await putEdition(records, edition.key, next);
  await putCorrections(next, { records, settings, now });
}

/** Letters that say it again, each where it stands. */
export async function putCorrections(edition: Edition, { records, settings, now }: Amending): Promise<void> {
  const { view, details } = shown(edition, settings);
  const until = new Date(now.getTime() + readFor).toISOString();
  const { place, locale } = edition;
  const common = { platform: place.platform, to: place, locale, until };
  if (edition.ref !== null)
    await put({ ...common, key: correctionKey(edition.key), view, edit: edition.ref }, records);
  if (edition.detailsRef !== null && details !== null)
    await put(
      { ...common, key: correctionKey(detailsKey(edition.key)), view: details, edit: edition.detailsRef },
      records,
    );
}

const correctionKey = (key: string): string => `amend ${key}`.slice(0, 200);

/** Of the details that stand in a thread below an edition. */
export const detailsKey = (key: string): string => `details ${key}`.slice(0, 200);
