/** The bot's own checkout of a repository: made whole or not at all, and not used where somebody else made or changed it. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/error.ts';
import type { Show } from '../../src/port.ts';
import { commitAt } from './commit.ts';
import type { Clone } from './commit.ts';
import { checkOut } from './checkout.ts';
import { ask, createGit, reasonOf } from './run.ts';
import type { Git, GitOptions } from './run.ts';

export interface ClonePlace extends Omit<GitOptions, 'folder'> {
  /** Where it is, or is to be; nothing else is there. */
  readonly folder: string;
  /** `null`: the one that the repository calls its own. */
  readonly branch: string | null;
}

/** The remote's tip that the commits made here stand on. */
export const baseRef = 'refs/meetup/base';

export const isCloned = (folder: string): boolean => existsSync(join(folder, '.git'));

/**
 * The checkout, cloned where it is not there yet. Throws UserError `git-missing`, `git-clone`, `git-branch`, `git-foreign`
 * and `git-owner`, whose facts hold no token.
 */
export async function openClone(
  place: ClonePlace,
  show?: Show,
): Promise<Clone & { readonly branch: string }> {
  if (!isCloned(place.folder)) await make(place, show);
  requireOwn(place.folder);
  sweep(place.folder);
  const { folder } = place;
  const git = createGit(place);
  return { git, folder, branch: (await ask(git, ['symbolic-ref', 'HEAD'])).replace(/^refs\/heads\//u, '') };
}

const cloning = [
  'clone',
  '--no-checkout',
  '--no-tags',
  '--no-recurse-submodules',
  '--progress',
  '--template=',
];

async function make(place: ClonePlace, show: Show | undefined): Promise<void> {
  const { folder, branch, address } = place;
  const draft = `${folder}.making`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const git = createGit({ ...place, folder: draft });
  await requireBranch(git, branch);
  const result = await git(
    [...cloning, ...(branch === null ? [] : ['--branch', branch]), '--', address, '.'],
    { show: show ?? (() => undefined) },
  );
  if (result.code !== 0)
    throw new UserError('git-clone', { address: nameOf(address), reason: reasonOf(result) });
  await fill({ git, folder: draft }, address);
  writeFileSync(configHash(folder), hashOfConfig(draft));
  renameSync(draft, folder);
}

/** Of an address that anybody may read. */
export const nameOf = (address: string): string => address.replace(/\/\/[^/@]*@/u, '//');

async function requireBranch(git: Git, branch: string | null): Promise<void> {
  if (branch === null) return;
  const { code } = await git(['check-ref-format', '--branch', branch]);
  if (code !== 0 || branch.startsWith('-')) throw new UserError('git-branch', { branch });
}

/** The files of a repository that was cloned without any: so no driver of it ever ran. */
async function fill(clone: Clone, address: string): Promise<void> {
  const tip = await commitAt(clone.git, 'HEAD');
  if (tip === null) throw new UserError('git-empty', { address: nameOf(address) });
  const nothing = await ask(clone.git, ['mktree'], { input: '' });
  await checkOut(clone, nothing, tip);
  await ask(clone.git, ['update-ref', baseRef, tip]);
}

const configHash = (folder: string): string => `${folder}.config`;

const hashOfConfig = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, '.git', 'config')))
    .digest('hex');

/** A configuration can name programs, and whoever owns a checkout can write one. */
function requireOwn(folder: string): void {
  const mine = process.getuid?.() ?? null;
  const places = [folder, join(folder, '.git'), join(folder, '.git', 'config')];
  const isOwned = places.every((path) => mine === null || lstatSync(path).uid === mine);
  if (!isOwned) throw new UserError('git-owner', { folder });
  const hash = configHash(folder);
  const isKnown = existsSync(hash) && readFileSync(hash, 'utf8') === hashOfConfig(folder);
  if (!isKnown) throw new UserError('git-foreign', { folder });
}

const staleAfter = 10 * 60_000;

/**
 * What a kill left: locks that are older than any call of ours takes, and drafts. One bot at a time is on a data folder, and
 * when this runs it has called no git yet; a person's own git may be at work.
 */
function sweep(folder: string): void {
  const git = join(folder, '.git');
  for (const path of locksIn(git).filter(isStale)) rmSync(path, { force: true });
  const drafts = readdirSync(git).filter((name) => name.startsWith('meetup-'));
  for (const name of drafts) rmSync(join(git, name), { recursive: true, force: true });
}

const locksIn = (git: string): string[] =>
  [
    ...readdirSync(git),
    ...readdirSync(join(git, 'refs'), { recursive: true, encoding: 'utf8' }).map((name) =>
      join('refs', name),
    ),
  ]
    .filter((name) => name.endsWith('.lock'))
    .map((name) => join(git, name));

const isStale = (path: string): boolean => Date.now() - statSync(path).mtimeMs > staleAfter;
