/** Who sits at the terminal: their language and clock, as the environment says. */
import { userInfo } from 'node:os';
import type { Locale, Person } from '../../src/port.ts';
import { locales } from '../../src/words/index.ts';
import type { Speaking } from './call.ts';

/** The first language that the environment names (LC_ALL, LC_MESSAGES, LANG) and the bot speaks; `null` if it names none. */
export function localeOf(env: NodeJS.ProcessEnv): Locale | null {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locales.find((language) => named.toLowerCase().startsWith(language)) ?? null;
}

export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The person at the terminal, in that language. */
export function speakingOf(locale: Locale): Speaking {
  const person: Person = {
    id: 'terminal',
    name: userName(),
    locale,
    zone: localZone(),
    organiser: true,
    guest: false,
  };
  return { person, locale };
}

/** A container may run as a user id that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'you';
  }
}
