/** The language of someone, for what can not wait: a modal has three seconds to open. */
import type { Locale } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { directPlace } from './place.ts';

/** Milliseconds that Slack may take to say it; mostly it is known already. */
const patience = 1000;

/** Of this language are most communities that this bot is for. */
const usual: Locale = 'ja';

/** Never rejects. */
export async function languageSoon(user: string, desk: Desk): Promise<Locale> {
  const waiting = new AbortController();
  const late = desk.timing.sleep(patience, waiting.signal).then(() => usual);
  try {
    return await Promise.race([languageOf(user, desk), late]);
  } catch {
    return usual;
  } finally {
    waiting.abort();
  }
}

const languageOf = async (user: string, desk: Desk): Promise<Locale> =>
  desk.bot.localeOf(await desk.people.known(user), directPlace(user, desk));
