/** One digest of a channel, from the decision to post it: what it says does not change by itself any more. */
import type { Locale, NamedPlace, Records, State, StateRecord } from '../port.ts';
import type { Content } from './content.ts';
import { remembered } from './remembered.ts';

export interface Edition {
  /** Key of its letter as well. */
  readonly key: string;
  readonly place: NamedPlace;
  readonly period: string;
  /** Local day. */
  readonly day: string;
  /** ISO 8601: when it was due, and when it was made. */
  readonly due: string;
  readonly at: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly isThread: boolean;
  /** Who is notified; `null`: nobody is. */
  readonly role: { readonly id: string; readonly name: string } | null;
  readonly content: Content;
  /** Where it stands, and the details below it; `null`: not yet, or not at all. */
  readonly ref: string | null;
  readonly detailsRef: string | null;
}

const kind = 'edition';

/** Of State. */
const longestKey = 200;

/** A channel has one digest for each period. */
export const editionKey = (
  { platform, workspace, channel }: Pick<NamedPlace, 'platform' | 'workspace' | 'channel'>,
  period: string,
): string => `digest ${period} ${platform} ${workspace} ${channel}`.slice(0, longestKey);

export const allEditions = async (records: Pick<Records, 'list'>): Promise<readonly Edition[]> =>
  (await records.list(kind)).map(editionOf);

export async function editionAt(records: Pick<Records, 'get'>, key: string): Promise<Edition | null> {
  const record = await records.get(kind, key);
  return record === null ? null : editionOf(record);
}

const editionOf = ({ value }: StateRecord): Edition => value as Edition;

/** `null` forgets it. */
export async function putEdition(records: Records, key: string, edition: Edition | null): Promise<void> {
  const value = edition && { ...edition, content: remembered(edition.content) };
  const version = (await records.get(kind, key))?.version ?? null;
  if (value !== null || version !== null) await records.put({ kind, key, version, value });
}

/** Those that are older. */
export async function forgetEditions(state: State, before: Date): Promise<void> {
  const old = (await state.list(kind)).filter((record) => editionOf(record).at < before.toISOString());
  for (const record of old) await state.put({ ...record, value: null });
}
