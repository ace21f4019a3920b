/** This project: the real index in a file, asked and changed through the library, as the bot does it. */
import { join } from 'node:path';
import { hash } from '../../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../../adapters/sqlite/index.ts';
import { createLibrary, indexVersion } from '../../../src/library.ts';
import { keepReport } from '../../../src/library/understand.ts';
import type { Content, Library } from '../../../src/port.ts';
import { zone } from './engine.ts';
import type { Engine, EngineKind, Entry, Query } from './engine.ts';

/** Stands for the folder. `stamps` by path; only of a file that changed is the text ever asked for. */
const contentOf = (stamps: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>): Content => ({
  list: async () => Array.from(stamps, ([path, stamp]) => ({ path, stamp })),
  read: async (path) => ({ text: texts.get(path) ?? null, problems: [] }),
});

const stampOf = ({ text }: Entry): string => hash(text);

const written = ({ text, year }: Query): string => (year === undefined ? text : `${text} year:${year}`);

async function open(folder: string): Promise<Engine> {
  const index = createSqliteIndex({ path: join(folder, 'index.db'), version: indexVersion('bench') });
  const texts = new Map<string, string>();
  const stamps = new Map((await index.files()).map(({ path, stamp }) => [path, stamp.split(' ')[0] ?? '']));
  const content = contentOf(stamps, texts);
  const library: Library = createLibrary({ content, index, hash, now: () => new Date(), pages: null });
  return {
    add: async (entries) => {
      for (const entry of entries) stamps.set(entry.path, stampOf(entry));
      const files = entries.map((entry) => ({
        path: entry.path,
        stamp: `${stampOf(entry)} ${zone}`,
        ...keepReport(entry.report, { zone, hash }),
      }));
      await index.put({ gone: [], files, at: new Date(), more: true });
    },
    settle: async () => index.put({ gone: [], files: [], at: new Date() }),
    change: async (_, after) => {
      stamps.set(after.path, stampOf(after));
      texts.set(after.path, after.text);
      await library.sync();
    },
    search: async (query, limit) => (await library.search({ text: written(query), limit, offset: 0 })).hits,
    save: async () => index.close(),
  };
}

export const own: EngineKind = { name: 'this engine', create: open, open };
