/** Slack before anyone can talk there: the manifest of the app, what to do with it, and what is wrong afterwards. */
import type { AppRequest, Environment, Locale, ManifestSetup } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import { compareManifest } from './setup/compare.ts';
import { examine } from './setup/doctor.ts';
import { unfurlDomains } from './setup/domains.ts';
import { createManifest } from './setup/manifest.ts';
import { scopesFor } from './setup/scopes.ts';

export function createSetup(environment: Environment): ManifestSetup {
  const { has } = environment;
  return {
    isChosen: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some(has),
    isCalled: has('SLACK_SIGNING_SECRET') && !has('SLACK_APP_TOKEN'),
    manifest: createManifest,
    steps,
    compare: (saved, request) => compareManifest(saved, createManifest(request)),
    check: (request, locale) => examine({ ...environment, request, words: words[locale] }),
  };
}

function steps({ pages, url }: AppRequest, locale: Locale): string[] {
  const { asks, slack } = words[locale].setup;
  const { scope: reasons, steps: step } = slack;
  const rights = scopesFor(unfurlDomains(pages).length > 0).map((scope) => `  ${scope}: ${reasons[scope]}`);
  return [step.create, step.install, url === null ? step.socket : step.http, step.check, '', asks, ...rights];
}
