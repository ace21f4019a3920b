/** What people in a conversation are told of its being kept: in its thread, once, with a button each way. */
import type { Letter } from '../outbox/letter.ts';
import type { Locale, Next, Place } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { words } from '../words/index.ts';

interface About {
  /** Of the conversation; the message is posted once for each. */
  readonly key: string;
  readonly place: Place;
  readonly title: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** Milliseconds: later it would surprise people. */
const patience = 60 * 60_000;

/** May your words be in it? */
export function questionLetter({ by, ...about }: About & { readonly by: string }): Letter {
  const said = words[about.locale].note;
  return letterOf('ask', about, said.question(by, about.title), [agree(about), refuse(about)]);
}

/** Your words are in it, unless you say no. */
export const noticeLetter = (about: About): Letter =>
  letterOf('told', about, words[about.locale].note.told(about.title), [refuse(about)]);

const agree = ({ locale }: About): Next => ({
  label: words[locale].note.button.agree,
  command: 'privacy',
  input: 'step:agree',
});

const refuse = ({ locale }: About): Next => ({
  label: words[locale].note.button.refuse,
  command: 'privacy',
  input: 'step:refuse',
});

const letterOf = (
  what: string,
  { key, place, locale, now }: About,
  sentence: string,
  next: readonly Next[] = [],
): Letter => ({
  key: `notes ${what} ${key}`,
  platform: place.platform,
  to: place,
  view: { body: root(paragraph(sentence)), next },
  until: new Date(now.getTime() + patience).toISOString(),
  locale,
});
