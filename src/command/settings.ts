/** `/meetup settings language:en`: what one may choose for oneself. */
import { UserError } from '../error.ts';
import type { Choice, Locale, Next, State, View } from '../port.ts';
import { heading, paragraph, root, strong } from '../view/build.ts';
import { locales, words } from '../words/index.ts';
import { writeInput } from './input.ts';
import { chooseLanguage, chosenLanguage } from './personal.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

/** The one that the platform says is `auto`. */
type Language = Locale | 'auto';

const languages: readonly Language[] = [...locales, 'auto'];

export const settings = defineCommand({
  name: 'settings',
  options: { language: { type: 'text', suggest: async (like, scene) => choicesLike(like, scene) } },
  run: async ({ language }, scene) => {
    const { state, call } = scene;
    if (state === null) throw new UserError('nothing-remembered');
    if (language !== '') {
      const wish = languageOf(language);
      await chooseLanguage(state, call, wish === 'auto' ? null : wish);
    }
    return settingsView(await languageNow(state, scene), scene);
  },
});

/** As people write it, in either language. Throws UserError `language-unknown`. */
function languageOf(value: string): Language {
  const typed = value.toLowerCase();
  const found = languages.find(
    (language) =>
      language === typed ||
      [words.ja, words.en].some(
        ({ settings: { language: names } }) => names[language].toLowerCase() === typed,
      ),
  );
  if (found === undefined) throw new UserError('language-unknown', { value });
  return found;
}

interface Now {
  readonly chosen: Language;
  /** The one that they are answered in. */
  readonly locale: Locale;
}

async function languageNow(state: State, { call, settings: { locale } }: Scene): Promise<Now> {
  const chosen = await chosenLanguage(state, call);
  return { chosen: chosen ?? 'auto', locale: chosen ?? call.person.locale ?? locale };
}

/** In the language that was chosen, at once. */
function settingsView({ chosen, locale }: Now, { call }: Scene): View {
  const said = words[locale].settings;
  const own = chosen === 'auto' ? said.byPlatform : said.byYou;
  return {
    body: root(
      heading(3, said.title),
      paragraph(said.answers, ' ', strong(said.language[locale])),
      paragraph(own),
      call.person.zone !== undefined && paragraph(said.zone(call.person.zone)),
    ),
    next: languages.filter((language) => language !== chosen).map(buttonTo),
    data: { language: chosen, locale },
  };

  function buttonTo(language: Language): Next {
    return { label: said.choose[language], command: 'settings', input: writeInput('', { language }) };
  }
}

const choicesLike = (like: string, scene: Scene): readonly Choice[] =>
  languages
    .map((value) => ({ label: scene.words.settings.language[value], value }))
    .filter(({ label, value }) => `${value} ${label}`.toLowerCase().includes(like.toLowerCase()));
