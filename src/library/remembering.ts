/**
 * The library, whose events are called as they were when the bot first knew them, and say how often they have changed: what
 * people were given once leads to the same event, though its file has another name by now.
 */
import type { Ledger } from '../event/ledger.ts';
import type { Happening, Library } from '../port.ts';

export function remembering(library: Library, ledger: Pick<Ledger, 'known'>): Library {
  const called = async <T extends Happening>(happenings: readonly T[]): Promise<readonly T[]> => {
    const known = new Map((await ledger.known()).map((event) => [event.current, event]));
    return happenings.map((each) => {
      const { id, sequence } = known.get(each.id) ?? each;
      return { ...each, id, sequence };
    });
  };
  return {
    ...library,
    happenings: async (between) => called(await library.happenings(between)),
    event: async (name) => {
      const known = (await ledger.known()).find(({ id }) => id === name.trim());
      const reading = await library.event(known?.current ?? name);
      if (reading === null) return null;
      const [happening = reading.happening] = await called([reading.happening]);
      return { ...reading, happening };
    },
  };
}
