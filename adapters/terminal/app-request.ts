/** What an app on a platform is to be like, from the settings of the community and of the machine. */
import type { AppRequest, Problem, Settings } from '../../src/port.ts';
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

/** `publicUrl`: base address of our own pages; `url`: where the platform calls the bot. `null`: there is none. */
export async function appRequest(
  { settings, session }: Described,
  { publicUrl, url }: { readonly publicUrl: string | null; readonly url: string | null },
): Promise<AppRequest> {
  return {
    commands: await session.commands(),
    locale: session.reader.locale,
    pages: [settings.site, publicUrl].filter((page) => page !== null),
    url,
  };
}
