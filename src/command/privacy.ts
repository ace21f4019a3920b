/** `/meetup privacy`: what is stored of whoever asks, and what they decide of it. */
import { UserError } from '../error.ts';
import { consentOf, setConsent } from '../note/consent.ts';
import { requestLetters } from '../note/speaker-request.ts';
import type { State, View } from '../port.ts';
import { bullets, code, heading, item, paragraph, root, time } from '../view/build.ts';
import { writeInput } from './input.ts';
import { storedOf } from './privacy-stored.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestNames } from './suggest.ts';
import { whoseCall } from './notes-service.ts';
import { put } from '../outbox/letter.ts';

export const privacy = defineCommand({
  name: 'privacy',
  answer: 'discreet',
  options: {
    speaker: { type: 'text', rest: true, suggest: suggestNames('speaker') },
    step: { type: 'text', listed: false },
  },
  run: async ({ speaker, step }, scene) => {
    const state = stateFor(scene);
    return (steps[step] ?? overview)({ speaker, state }, scene);
  },
});

interface Given {
  readonly speaker: string;
  readonly state: State;
}

type Step = (given: Given, scene: Scene) => Promise<View>;

export function stateFor({ state }: Scene): State {
  if (state === null) throw new UserError('nothing-remembered');
  return state;
}

const inputOf = (step = '', speaker = ''): string => writeInput(speaker, { step });

/** What is known, and what one may do about it. */
async function overview({ speaker, state }: Given, scene: Scene): Promise<View> {
  const { words, settings } = scene;
  const said = words.note.privacy;
  const { says, name } = await consentOf(state, whoseCall(scene));
  const stored = await storedOf(state, scene);
  const spoke = speaker === '' ? null : await speakerNamed(speaker, scene);
  return {
    body: root(
      heading(3, said.title),
      paragraph(said.says[says ?? 'null'], ' ', says === null && said.policy[settings.notes.consent]),
      paragraph(name === null ? said.asShown : name === '' ? said.unnamed : said.named(name)),
      paragraph(stored.length > 0 ? said.stored : said.nothing),
      stored.length > 0 && bullets(stored),
      spoke !== null && paragraph(said.speakerIs(spoke.name, spoke.count)),
      paragraph(said.speaker),
    ),
    next: [
      ...(says === 'yes' ? [] : [way(said.button.agree, inputOf('agree'))]),
      ...(says === 'no' ? [] : [way(said.button.refuse, inputOf('refuse'))]),
      {
        label: said.button.name,
        command: 'privacy-name',
        input: writeInput('', { name: name ?? '' }),
        form: true,
      },
      ...(spoke === null ? [] : [way(said.button.speaker, inputOf('speaker', spoke.name))]),
      way(said.button.forget, inputOf('forget')),
    ],
    data: { says, name },
  };
}

const way = (label: string, input: string) => ({ label, command: 'privacy', input });

async function speakerNamed(name: string, { library }: Scene) {
  const { items } = await library.names({ kind: 'speaker', like: name, limit: 1, offset: 0 });
  return items[0] ?? null;
}

const steps: Readonly<Record<string, Step>> = {
  agree: async ({ state }, scene) => {
    await setConsent(state, whoseCall(scene), { says: 'yes' });
    return { body: root(paragraph(scene.words.note.agreed)), next: backIn(scene) };
  },
  refuse: async ({ state }, scene) => {
    await setConsent(state, whoseCall(scene), { says: 'no' });
    const files = (await scene.notes?.rewrite(whoseCall(scene), scene.show)) ?? [];
    return {
      body: root(paragraph(scene.words.note.refused(files.length)), ...listed(files)),
      next: backIn(scene),
      data: { files },
    };
  },
  forget: async (_given, scene) => {
    const said = scene.words.note.privacy;
    return {
      body: root(paragraph(said.forgetAsk)),
      next: [way(said.button.forgetYes, inputOf('forget-yes')), ...backIn(scene)],
    };
  },
  'forget-yes': async (_given, scene) => {
    if (scene.notes === null) throw new UserError('nothing-remembered');
    const { files, records, at } = await scene.notes.forget(whoseCall(scene), scene.show);
    const { forgotten, receipt } = scene.words.note.privacy;
    return {
      body: root(
        paragraph(forgotten),
        bullets([
          item(paragraph(receipt.files(files.length))),
          item(paragraph(receipt.records(records))),
          item(paragraph(`${receipt.at} `, time(at.toISOString(), scene.settings.zone, 'moment'))),
        ]),
        ...listed(files),
      ),
      next: [],
      data: { files, records, at },
    };
  },
  speaker: async ({ speaker, state }, scene) => {
    const spoke = await speakerNamed(speaker, scene);
    if (spoke === null) throw new UserError('speaker-not-found', { name: speaker });
    const request = { who: scene.call.person.name, of: whoseCall(scene), name: spoke.name, now: scene.now() };
    const letters = await requestLetters(state, request);
    await state.transaction(async (records) => {
      for (const letter of letters) await put(letter, records);
    });
    return { body: root(paragraph(scene.words.note.privacy.speakerAsked)), next: backIn(scene) };
  },
};

const backIn = (scene: Scene) => [way(scene.words.note.privacy.button.back, inputOf())];

const listed = (files: readonly string[]) =>
  files.length === 0 ? [] : [bullets(files.map((file) => item(paragraph(code(file)))))];
