/** A community over a real folder, put together as main.ts does it, but for pages, threads and a file for the index. */
import { createAdd, createFiles, createOwnFiles } from '../adapters/files/index.ts';
import { hash, newId } from '../adapters/hash/index.ts';
import { createSqliteIndex } from '../adapters/sqlite/index.ts';
import { createCommunity } from '../src/community.ts';
import { createLibrary } from '../src/library.ts';
import type { Library, OpenCommunity } from '../src/port.ts';
import { silentLog } from './world.ts';

type Parts = Parameters<typeof createLibrary>[0];

/** What is said of it counts; the rest is as usual. */
export const libraryOver = (folder: string, parts: Pick<Parts, 'now'> & Partial<Parts>): Library =>
  createLibrary({
    content: createFiles(folder),
    index: createSqliteIndex({ path: ':memory:', version: 'test' }),
    hash,
    pages: null,
    add: createAdd(folder),
    own: createOwnFiles(folder),
    ...parts,
  });

type CommunityParts = Parameters<typeof createCommunity>[0];

/** Without an address of its own. */
export const communityOf = (
  parts: Pick<CommunityParts, 'library' | 'state' | 'now'> & Partial<CommunityParts>,
): OpenCommunity =>
  createCommunity({ hiddenPages: null, pages: null, calendars: [], hash, log: silentLog, newId, ...parts });
