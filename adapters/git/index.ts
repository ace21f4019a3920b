/** Publishing with git: a checkout that the bot makes itself, and a Publisher on it. Runs the program git and nothing else. */
import { join } from 'node:path';
import type { Publisher, PublishSetting, Show } from '../../src/port.ts';
import { openClone } from './clone.ts';
import type { OpenRequest } from './propose.ts';
import { createPublisher } from './publisher.ts';

export { isCloned } from './clone.ts';
export { checkRemote } from './check.ts';
export type { OpenRequest, Request } from './propose.ts';

export interface GitParts {
  readonly setting: PublishSetting;
  /** Where the checkout is, or is to be. */
  readonly folder: string;
  readonly token: string | null;
  /** `null`: nobody can be asked to take something in. */
  readonly openRequest: OpenRequest | null;
  /** Told of what nobody is waiting for. */
  readonly failed: (error: unknown) => void;
  /** Told how far the first clone is. */
  readonly show?: Show;
  /** A server of this machine may be reached without encryption: for tests. */
  readonly allowsLocal?: boolean;
}

/**
 * Clones what is not cloned yet. Throws UserError `git-missing`, `git-address`, `git-clone`, `git-branch`, `git-empty`, `git-foreign` and
 * `git-owner`.
 */
export async function openPublisher(
  parts: GitParts,
): Promise<{ readonly content: string; readonly publisher: Publisher }> {
  const { setting, folder, token, openRequest, failed, show, allowsLocal = false } = parts;
  const place = { folder, address: setting.git, branch: setting.branch, token, allowsLocal };
  const clone = await openClone(place, show);
  const publisher = createPublisher({
    ...clone,
    openRequest,
    failed,
    as: setting.as,
    contentFolder: setting.folder,
  });
  return { content: contentOf(parts), publisher };
}

/** The folder of the content, in a checkout that is there. */
export const contentOf = ({ folder, setting }: Pick<GitParts, 'folder' | 'setting'>): string =>
  join(folder, setting.folder);
