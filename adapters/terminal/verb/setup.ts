/** `setup PLATFORM`: what one gives to a platform so that the bot can join, or what differs in what was given. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../../src/error.ts';
import type { Difference, Locale, Setup } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { appRequest, describeCommunity } from '../app-request.ts';
import { exit, fromHere } from '../session.ts';
import type { Session } from '../session.ts';

interface Wish {
  /** File with a saved manifest. */
  readonly compare?: string;
  /** Where the platform calls the bot. */
  readonly url?: string;
  /** The members' language. */
  readonly locale?: Locale;
}

export async function setup(asked: Session, platform: string, wish: Wish): Promise<number> {
  await asked.needs.content(asked.folder);
  const described = await describeCommunity(asked);
  const { session } = described;
  const publicUrl = await session.publicUrl();
  const app = await openSetup(session, platform);
  const url = calledAt(wish, app, publicUrl);
  const request = await appRequest(described, { publicUrl, url, locale: wish.locale });
  if (wish.compare !== undefined) {
    const saved = await textOf(fromHere(wish.compare, session.env));
    return sayDifferences(app.compare(saved, request), session);
  }
  session.print(JSON.stringify(app.manifest(request), null, 2));
  if (!session.json) for (const step of app.steps(request, session.reader.locale)) session.complain(step);
  return exit.fine;
}

async function openSetup({ setups }: Session, platform: string): Promise<Setup> {
  const open = setups[platform];
  if (open === undefined) throw new TypeError(`no platform ${platform}`);
  return open();
}

/** Throws UserError where the platform is to call the bot and it is not said where. */
function calledAt({ url }: Wish, { isCalled }: Setup, publicUrl: string | null): string | null {
  if (url === undefined && !isCalled) return null;
  const address = secureUrl(url ?? publicUrl ?? '');
  if (address !== null) return address;
  throw url === undefined ? new UserError('needs-url') : new UserError('bad-call-url', { value: url });
}

/** Without a slash at its end; `null` for what no platform would call. */
function secureUrl(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain = url !== null && `${url.username}${url.password}${url.search}${url.hash}` === '';
  return isPlain && url.protocol === 'https:' ? url.href.replace(/\/+$/, '') : null;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError('no-file', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

function sayDifferences(differences: readonly Difference[], { json, words, print }: Session): number {
  const said = words.setup;
  for (const { kind, path, saved, asked } of differences)
    print(
      json
        ? JSON.stringify({ kind, path, saved, asked })
        : plainly(said.difference[kind](path, JSON.stringify(saved), JSON.stringify(asked))),
    );
  if (!json) print(differences.length === 0 ? said.same : said.differs(differences.length));
  return differences.length === 0 ? exit.fine : exit.wrong;
}
