/** `setup PLATFORM`: what is to be done so that the bot can join there, with the words of whoever does it. */
import { UserError } from '../../../src/error.ts';
import type { Locale, ManifestSetup, RegistrationSetup, Setup } from '../../../src/port.ts';
import { appRequest, describeCommunity } from '../app-request.ts';
import type { Described } from '../app-request.ts';
import type { Session } from '../session.ts';
import { calledAt, compareSaved, sayManifest } from './setup-manifest.ts';
import { register } from './setup-register.ts';

/** Options of `setup`, some for the one kind of platform and some for the other. */
export interface Wish {
  /** File with a saved manifest. */
  readonly compare?: string;
  /** Where the platform calls the bot. */
  readonly url?: string;
  /** Carry out what is to be done? */
  readonly apply?: boolean;
  /** The members' language, where a manifest has room for one alone. */
  readonly locale?: Locale;
}

export async function setup(asked: Session, platform: string, wish: Wish): Promise<number> {
  await asked.needs.content(asked.folder);
  const described = await describeCommunity(asked);
  const app = await openSetup(asked, platform);
  const isManifest = 'manifest' in app;
  refuse(isManifest ? ['apply'] : ['compare', 'url'], platform, wish);
  return isManifest ? byManifest(described, app, wish) : byRegistration(described, app, wish);
}

async function openSetup({ setups }: Session, platform: string): Promise<Setup> {
  const open = setups[platform];
  if (open === undefined) throw new TypeError(`no platform ${platform}`);
  return open();
}

/** Throws UserError where an option is given that does nothing here. */
function refuse(others: readonly (keyof Wish)[], platform: string, wish: Wish): void {
  const flag = others.find((name) => wish[name] !== undefined);
  if (flag !== undefined) throw new UserError('no-such-flag', { flag: `--${flag}`, platform });
}

async function byManifest(
  described: Described,
  app: ManifestSetup,
  { url: wished, locale, compare }: Wish,
): Promise<number> {
  const { session } = described;
  const publicUrl = await session.publicUrl();
  const url = calledAt(wished, app, publicUrl);
  const request = await appRequest(described, { publicUrl, url, locale });
  return compare === undefined
    ? sayManifest(app, request, session)
    : compareSaved(app, { file: compare, request }, session);
}

/** There is room for every language: the community's own comes first, whoever sets it up. */
async function byRegistration(
  described: Described,
  app: RegistrationSetup,
  { apply = false }: Wish,
): Promise<number> {
  const { session } = described;
  const publicUrl = await session.publicUrl();
  const request = await appRequest(described, { publicUrl, url: null });
  return register(app, { request, apply }, session);
}
