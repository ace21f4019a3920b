/** Letters to test with. */
import { put, kind, waitingOf } from '../../src/outbox/letter.ts';
import type { Letter, Waiting } from '../../src/outbox/letter.ts';
import type { Place, State } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';

export const general: Place = {
  platform: 'slack',
  workspace: 'TMEETUP',
  channel: 'CGENERAL',
  visibility: 'public',
};

export const letterOf = (key: string, facts: Partial<Letter> = {}): Letter => ({
  key,
  platform: 'slack',
  to: general,
  view: { body: root(paragraph(`Letter ${key}`)), next: [] },
  until: '2099-01-01T00:00:00.000Z',
  ...facts,
});

export const write = (state: State, ...letters: readonly Letter[]): Promise<void> =>
  state.transaction(async (records) => {
    for (const letter of letters) await put(letter, records);
  });

/** What is still in the box. */
export const waiting = async (state: State): Promise<readonly Waiting[]> =>
  (await state.list(kind)).map(waitingOf);
