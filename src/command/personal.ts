/** What people chose for themselves: it goes before what their platform says of them. */
import type { Locale, Person, Place, State } from '../port.ts';

const kind = 'personal';

/** Of State. */
const longestKey = 200;

/** Who chose it. */
interface Chooser {
  readonly place: Pick<Place, 'platform'>;
  readonly person: Pick<Person, 'id'>;
}

interface Personal {
  readonly language: Locale;
}

const keyOf = ({ place, person }: Chooser): string => `${place.platform} ${person.id}`.slice(0, longestKey);

/** `null`: they chose none. */
export async function chosenLanguage(state: State, who: Chooser): Promise<Locale | null> {
  const record = await state.get(kind, keyOf(who));
  return (record?.value as Personal | undefined)?.language ?? null;
}

/** `null`: as the platform says; then nothing is remembered of them. */
export async function chooseLanguage(state: State, who: Chooser, language: Locale | null): Promise<void> {
  const key = keyOf(who);
  const value: Personal | null = language === null ? null : { language };
  await state.transaction(async (records) => {
    const version = (await records.get(kind, key))?.version ?? null;
    if (value !== null || version !== null) await records.put({ kind, key, version, value });
  });
}
