/** Behind the buttons of the question whether a digest stands there: it is posted again, or it counts as posted. */
import { changeDigestChannel, withAppearance } from '../digest/channel.ts';
import type { Outcome } from '../digest/channel.ts';
import { editionAt } from '../digest/edition.ts';
import { UserError } from '../error.ts';
import { answerParked } from '../outbox/parked.ts';
import type { Answer } from '../outbox/parked.ts';
import type { Records } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { stateFor } from './digest-channel.ts';
import { defineCommand } from './spec.ts';

const outcomes: Readonly<Record<Answer, Outcome>> = { again: 'waiting', there: 'posted' };

export const digestSettle = defineCommand({
  name: 'digest-settle',
  listed: false,
  options: { key: { type: 'text', rest: true }, answer: { type: 'text' } },
  run: async ({ key, answer: typed }, scene) => {
    const state = stateFor(scene);
    const answer = typed === 'again' || typed === 'there' ? typed : null;
    if (answer === null || key === '') throw new UserError('digest-gone');
    const letter = await state.transaction(async (records) => {
      const found = await answerParked(records, key, answer);
      if (found !== null) await note(key, outcomes[answer], records);
      return found;
    });
    const said = scene.words.digestCommand;
    return { body: root(paragraph(letter === null ? said.decided : said[answer])), next: [] };
  },
});

/** As it is said in the history of the channel. */
async function note(key: string, outcome: Outcome, records: Records): Promise<void> {
  const edition = await editionAt(records, key);
  if (edition === null) return;
  await changeDigestChannel(records, edition.place, (channel) => {
    const appearance = channel?.recent.find((each) => each.key === key);
    if (channel === null || appearance === undefined) return channel;
    return withAppearance(channel, { ...appearance, outcome });
  });
}
