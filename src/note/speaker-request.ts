/** Someone asks not to be found as a speaker: the organisers, who decide, are told how. */
import { allOrganisers } from '../event/organiser.ts';
import { personOf } from '../event/who.ts';
import type { Letter } from '../outbox/letter.ts';
import type { State, Whose } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { words } from '../words/index.ts';

interface Request {
  /** Name of whoever asks. */
  readonly who: string;
  readonly of: Whose;
  /** Of the speaker, as the reports have it. */
  readonly name: string;
  readonly now: Date;
}

/** Milliseconds that it may wait. */
const patience = 7 * 24 * 60 * 60_000;

export async function requestLetters(
  state: State,
  { who, of, name, now }: Request,
): Promise<readonly Letter[]> {
  return (await allOrganisers(state)).map(({ who: organiser }) => ({
    key: `speaker ${of.platform} ${of.id} ${organiser.platform} ${organiser.id} ${now.toISOString().slice(0, 10)}`,
    platform: organiser.platform,
    to: personOf(organiser),
    view: {
      body: root(paragraph(words[organiser.locale].note.privacy.speakerRequest(who, name)), {
        type: 'code',
        lang: 'yaml',
        value: `people:\n  - { name: ${JSON.stringify(name)}, hidden: true }`,
      }),
      next: [],
    },
    until: new Date(now.getTime() + patience).toISOString(),
  }));
}
