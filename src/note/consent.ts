/** What people said of their own words: whether they may be kept, and under which name. */
import type { Hash, Records, State, Whose } from '../port.ts';

export interface Consent {
  readonly who: Whose;
  readonly says: 'yes' | 'no' | null;
  /** `null`: as the platform shows them; '': by no name. */
  readonly name: string | null;
}

const kind = 'consent';
const forgotten = 'forgotten';

/** Of State. */
const longestKey = 200;

const keyOf = ({ platform, id }: Whose): string => `${platform} ${id}`.slice(0, longestKey);

/** Of someone who has said nothing, that. */
export async function consentOf(records: Pick<Records, 'get'>, who: Whose): Promise<Consent> {
  const record = await records.get(kind, keyOf(who));
  return (record?.value as Consent | undefined) ?? { who, says: null, name: null };
}

export const allConsents = async (records: Pick<Records, 'list'>): Promise<readonly Consent[]> =>
  (await records.list(kind)).map(({ value }) => value as Consent);

export async function setConsent(
  state: State,
  { platform, id }: Whose,
  said: Partial<Pick<Consent, 'says' | 'name'>>,
): Promise<void> {
  const who = { platform, id };
  await state.transaction(async (records) => {
    const version = (await records.get(kind, keyOf(who)))?.version ?? null;
    const value: Consent = { ...(await consentOf(records, who)), ...said };
    await records.put({ kind, key: keyOf(who), version, value });
  });
}

const fingerprint = (who: Whose, hash: Hash): string => hash(`forgotten ${keyOf(who)}`);

/**
 * Within a transaction: what they said is deleted, and a fingerprint stays by which later notes leave them out. Resolves to
 * how many records there were.
 */
export async function forgetPerson(records: Records, who: Whose, hash: Hash): Promise<number> {
  const said = await records.get(kind, keyOf(who));
  if (said !== null) await records.put({ ...said, value: null });
  const key = fingerprint(who, hash);
  if ((await records.get(forgotten, key)) === null)
    await records.put({ kind: forgotten, key, version: null, value: true });
  return said === null ? 0 : 1;
}

/** Whether someone asked to be forgotten, and has not agreed since. */
export async function forgottenAmong(
  records: Pick<Records, 'list'>,
  hash: Hash,
): Promise<(who: Whose) => boolean> {
  const keys = new Set((await records.list(forgotten)).map(({ key }) => key));
  const agreed = (await allConsents(records)).filter(({ says }) => says === 'yes');
  const back = new Set(agreed.map(({ who }) => keyOf(who)));
  return (who) => keys.size > 0 && keys.has(fingerprint(who, hash)) && !back.has(keyOf(who));
}
