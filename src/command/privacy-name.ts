/** The form by which one says what one is called in notes. */
import { UserError } from '../error.ts';
import { setConsent } from '../note/consent.ts';
import { bullets, code, item, paragraph, root } from '../view/build.ts';
import { whoseCall } from './notes-service.ts';
import { stateFor } from './privacy.ts';
import { defineCommand } from './spec.ts';

/** Characters of a name. */
const longestName = 60;

export const privacyName = defineCommand({
  name: 'privacy-name',
  answer: 'discreet',
  listed: false,
  form: true,
  options: { name: { type: 'text' } },
  run: async ({ name }, scene) => {
    const state = stateFor(scene);
    if (name.length > longestName) throw new UserError('notes-name-long', { most: longestName });
    const who = whoseCall(scene);
    await setConsent(state, who, { name });
    const files = (await scene.notes?.rewrite(who, scene.show)) ?? [];
    const said = scene.words.note.privacy;
    return {
      body: root(
        paragraph(name === '' ? said.unnamed : said.named(name)),
        paragraph(said.changedFiles(files.length)),
        files.length > 0 && bullets(files.map((file) => item(paragraph(code(file))))),
      ),
      next: [{ label: said.button.back, command: 'privacy', input: '' }],
      data: { files },
    };
  },
});
