/** Digests that are kept as files of the community's folder, each once. */
import { digestPath, writeDigest } from '../../content/digest-file.ts';
import { editionAt } from '../../digest/edition.ts';
import type { Edition } from '../../digest/edition.ts';
import { fingerprint } from '../../digest/fingerprint.ts';
import { UserError } from '../../error.ts';
import type { Library, Log, Records, State, StateRecord } from '../../port.ts';
import { digestTitle } from '../../view/digest-title.ts';
import { wordedFor } from '../../view/text.ts';
import { words } from '../../words/index.ts';
import { shown } from './draft.ts';

const kind = 'digest-file';

/** In the transaction in which it is noted that it stands there. */
export async function noteKept(records: Records, { key }: Pick<Edition, 'key'>): Promise<void> {
  if ((await records.get(kind, key)) === null) await records.put({ kind, key, version: null, value: true });
}

interface Keeping {
  readonly library: Library;
  readonly state: State;
  readonly log: Log;
}

/** Writes what is to be kept. Where the folder can not be written to it is not, and the log says so. */
export async function keepDigests(parts: Keeping): Promise<void> {
  for (const record of await parts.state.list(kind)) await keep(record, parts);
}

async function keep(record: StateRecord, { library, state, log }: Keeping): Promise<void> {
  const edition = await editionAt(state, record.key);
  if (edition !== null)
    await keepOnce(edition, library).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      log.warn({ code: error.code, period: edition.period }, 'a digest could not be kept as a file');
    });
  await state.put({ ...record, value: null });
}

/** A process that died after it had written the file finds it there. */
async function keepOnce(edition: Edition, library: Library): Promise<void> {
  // Nothing of it leads back to the channel: that may be one that not everybody knows of.
  const id = `${edition.period.toLowerCase()}-${fingerprint(edition.key).toString(36)}`;
  if ((await library.digests()).some((kept) => kept.id === id)) return;
  const { name } = await library.settings();
  const { at, period, locale } = edition;
  const { view, details } = shown({ ...edition, role: null }, { name });
  const title = digestTitle({ community: name, ...edition }, { words: words[locale], locale });
  const body = wordedFor((details ?? view).body, edition);
  await library.add({
    path: digestPath({ period }),
    text: writeDigest({ id, title, at, period, locale, body }),
  });
}
