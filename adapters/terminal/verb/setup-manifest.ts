/** `setup` of a platform that takes a manifest: the manifest, or what differs in one that was saved. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../../src/error.ts';
import type { AppRequest, Difference, ManifestSetup } from '../../../src/port.ts';
import { exit, fromHere } from '../session.ts';
import type { Session } from '../session.ts';
import { differenceLine } from '../difference.ts';

export function sayManifest(app: ManifestSetup, request: AppRequest, session: Session): number {
  session.print(JSON.stringify(app.manifest(request), null, 2));
  if (!session.json) for (const step of app.steps(request, session.reader.locale)) session.complain(step);
  return exit.fine;
}

/** Throws UserError where the platform is to call the bot and it is not said where. */
export function calledAt(
  url: string | undefined,
  { isCalled }: ManifestSetup,
  publicUrl: string | null,
): string | null {
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

export async function compareSaved(
  app: ManifestSetup,
  { file, request }: { readonly file: string; readonly request: AppRequest },
  session: Session,
): Promise<number> {
  return sayDifferences(app.compare(await textOf(fromHere(file, session.env)), request), session);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError('no-file', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

function sayDifferences(differences: readonly Difference[], { json, words, print }: Session): number {
  for (const difference of differences) {
    const { kind, path, saved, asked } = difference;
    print(json ? JSON.stringify({ kind, path, saved, asked }) : differenceLine(difference, words));
  }
  const { same, differs } = words.setup;
  if (!json) print(differences.length === 0 ? same : differs(differences.length));
  return differences.length === 0 ? exit.fine : exit.wrong;
}
