/** Organisers who have set something up, and so can be asked for something. */
import type { State } from '../port.ts';
import type { Who } from './who.ts';

export interface Organiser {
  readonly who: Who;
  /** May they be asked for reports? */
  readonly isAsked: boolean;
}

const kind = 'organiser';

/** Of State. */
const longestKey = 200;

const keyOf = ({ platform, id }: Who): string => `${platform} ${id}`.slice(0, longestKey);

export const allOrganisers = async (state: Pick<State, 'list'>): Promise<readonly Organiser[]> =>
  (await state.list(kind)).map(({ value }) => value as Organiser);

/** Whoever sets something up is asked, until they say that they will not be. */
export const noteOrganiser = (state: State, who: Who): Promise<void> =>
  change(state, who, (before) => ({ who, isAsked: before?.isAsked ?? true }));

export const stopAsking = (state: State, who: Who): Promise<void> =>
  change(state, who, () => ({ who, isAsked: false }));

async function change(state: State, who: Who, next: (before: Organiser | null) => Organiser): Promise<void> {
  const key = keyOf(who);
  await state.transaction(async (records) => {
    const record = await records.get(kind, key);
    const value = next((record?.value as Organiser | undefined) ?? null);
    await records.put({ kind, key, version: record?.version ?? null, value });
  });
}
