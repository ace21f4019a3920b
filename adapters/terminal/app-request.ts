/** What an app on a platform is to be like, from the settings of the community and of the machine. */
import type { AppRequest, Locale, Problem, Settings } from '../../src/port.ts';
import { inLanguage } from './session.ts';
import type { Session } from './session.ts';

/** A community as far as a platform has to know it; no index is needed for that. */
export interface Described {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** In the language that was asked for, or else in the community's own. */
  readonly session: Session;
}

/** Never rejects: a folder that can not be read has the usual settings. */
export async function describeCommunity(asked: Session): Promise<Described> {
  const { settings, problems } = await asked.settings(asked.folder);
  return { settings, problems, session: inLanguage(asked, settings.locale) };
}

interface Wanted {
  /** Base address of our own pages; `null`: they have none. */
  readonly publicUrl: string | null;
  /** Where the platform calls the bot; `null`: the bot calls the platform. */
  readonly url: string | null;
  /** The members' language, where it is not the community's. */
  readonly locale?: Locale | undefined;
}

/** Whoever sets it up may speak another language than the members, so the environment does not count here. */
export async function appRequest(
  { settings, session }: Described,
  { publicUrl, url, locale = settings.locale }: Wanted,
): Promise<AppRequest> {
  return {
    commands: await session.commands(),
    locale,
    pages: [settings.site, publicUrl].filter((page) => page !== null),
    url,
    workspaces: settings.workspaces,
  };
}
