/** The two folders of a bot: the one it reads, and the one it writes. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UserError } from '../../src/error.ts';

/** Is it a folder in which we may do that? */
function isOpen(folder: string, mode: number): boolean {
  try {
    accessSync(folder, mode);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** Throws UserError `no-folder` where there is no folder that can be read. */
export function requireContent(folder: string): void {
  if (!isOpen(folder, constants.R_OK | constants.X_OK)) throw new UserError('no-folder', { folder });
}

/** Makes it if it is not there yet. Throws UserError `data-folder` where it can not be written. */
export function prepareData(folder: string): void {
  if (!existsSync(folder) && isOpen(dirname(folder), constants.W_OK)) mkdirSync(folder);
  if (!isOpen(folder, constants.W_OK)) throw new UserError('data-folder', { folder });
}

/** A folder inside the data folder is the bot's own: it may make it. */
export const isOwn = (folder: string, data: string): boolean => {
  const below = relative(resolve(data), resolve(folder));
  return below !== '' && below.split(sep)[0] !== '..';
};
