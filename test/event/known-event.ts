/** An event as it is remembered, to test with: of one evening, unless it is said otherwise. */
import type { Seen } from '../../src/event/change.ts';
import { seenOf } from '../../src/event/change.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import type { KnownEvent } from '../../src/event/plan.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const always = { from: new Date('1990-01-01T00:00:00Z'), to: new Date('2090-01-01T00:00:00Z') };

export const happening = (facts: Partial<Happening> = {}): Happening => {
  const [plain] = occurrences(eventFile({}), always);
  return { ...(plain as Happening), ...facts };
};

export const knownEvent = (seen: Partial<Seen> = {}, facts: Partial<KnownEvent> = {}): KnownEvent => ({
  id: 'aaaaaaaaaa',
  current: facts.id ?? 'aaaaaaaaaa',
  keys: [],
  seen: seenOf(happening(seen)),
  series: null,
  tags: [],
  feeds: ['files'],
  inferred: false,
  since: '2027-01-01T00:00:00.000Z',
  sequence: 0,
  ...facts,
});
