/** Discord before anyone can talk there: what it has to know, what one does, and what is wrong afterwards. */
import type { AppRequest, Environment, Locale, RegistrationSetup } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';

/** Discord's library is loaded where it is needed: it takes a third of a second. */
export function createSetup(environment: Environment): RegistrationSetup {
  return {
    isChosen: environment.has('DISCORD_TOKEN'),
    steps,
    register: async (request) =>
      (await import('./setup/registration.ts')).openRegistration(environment, request),
    check: async function* (request, locale, show = () => {}) {
      const { examine } = await import('./setup/doctor.ts');
      yield* examine({ ...environment, request, words: words[locale], show });
    },
  };
}

function steps(_request: AppRequest, locale: Locale): string[] {
  const { asks, permission, hears, intent, steps: step } = words[locale].setup.discord;
  const rights = Object.values(permission).map(({ name, use }) => `  ${name}: ${use}`);
  const events = Object.entries(intent).map(([name, use]) => `  ${name}: ${use}`);
  return [...Object.values(step), '', asks, ...rights, '', hears, ...events, ''];
}
