/** The library, whose events say how often they have changed: calendars of others want to know. */
import type { Ledger } from '../event/ledger.ts';
import type { Happening, Library } from '../port.ts';

export function sequenced(library: Library, ledger: Pick<Ledger, 'sequences'>): Library {
  const counted = async <T extends Happening>(happenings: readonly T[]): Promise<readonly T[]> => {
    const sequences = await ledger.sequences();
    return happenings.map((each) => ({ ...each, sequence: sequences.get(each.id) ?? each.sequence }));
  };
  return {
    ...library,
    happenings: async (between) => counted(await library.happenings(between)),
    event: async (name) => {
      const reading = await library.event(name);
      if (reading === null) return null;
      const [happening = reading.happening] = await counted([reading.happening]);
      return { ...reading, happening };
    },
  };
}
