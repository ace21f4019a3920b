/** The events that the bot knows, in State: what it has told people is compared with what is announced. */
import type { Records, State } from '../port.ts';
import type { KnownEvent, Step } from './plan.ts';

export interface Ledger {
  readonly known: () => Promise<readonly KnownEvent[]>;
  /** Carries out a plan, and whatever belongs to it, or nothing of both. */
  readonly apply: (steps: readonly Step[], beside?: (records: Records) => Promise<void>) => Promise<void>;
}

const kind = 'event';

type Kept = ReadonlyMap<string, { readonly version: number; readonly event: KnownEvent }>;

/** Read once: whoever has the State is the only one who writes to it. */
export function createLedger(state: State): Ledger {
  let kept: Promise<Kept> | null = null;
  const read = async (): Promise<Kept> =>
    new Map(
      (await state.list(kind)).map(({ key, version, value }) => [
        key,
        { version, event: value as KnownEvent },
      ]),
    );
  const all = (): Promise<Kept> => (kept ??= read());
  return {
    known: async () => [...(await all()).values()].map(({ event }) => event),
    apply: async (steps, beside = async () => {}) => {
      const before = await all();
      try {
        const changed = await state.transaction(async (records) => {
          await beside(records);
          return write(steps, before, records);
        });
        kept = Promise.resolve(new Map([...new Map([...before, ...changed])].filter(isThere)));
      } catch (error) {
        kept = null;
        throw error;
      }
    },
  };
}

type Changed = readonly [id: string, kept: { readonly version: number; readonly event: KnownEvent } | null];

const isThere = (
  entry: readonly [string, unknown],
): entry is [string, { version: number; event: KnownEvent }] => entry[1] !== null;

async function write(steps: readonly Step[], before: Kept, records: Records): Promise<readonly Changed[]> {
  const changed: Changed[] = [];
  for (const step of steps) {
    const event = step.step === 'create' || step.step === 'update' ? step.event : null;
    const key = step.step === 'create' ? step.event.id : step.before.id;
    const version = await records.put({ kind, key, version: before.get(key)?.version ?? null, value: event });
    if (version === null) throw new Error('somebody else has written the events');
    changed.push([key, event === null ? null : { version, event }]);
  }
  return changed;
}
