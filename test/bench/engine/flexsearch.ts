/** FlexSearch: a document index over words of Intl.Segmenter and their beginnings. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document as DocumentIndex } from 'flexsearch';
import { documentsOf, searched, wordsOf } from './document.ts';
import type { Engine, EngineKind, Found } from './engine.ts';

const createIndex = (): DocumentIndex =>
  new DocumentIndex({
    document: {
      id: 'id',
      index: searched.map((field) => ({ field, tokenize: 'forward' as const, encode: wordsOf })),
      tag: [{ field: 'year' }],
      store: ['file', 'section', 'line'],
    },
  });

/** What it stores of each; its types do not say so. */
const found = (document: unknown): Found => {
  const { file, section, line } = document as Found;
  return { file, section, line };
};

const filesIn = (folder: string): string => join(folder, 'flexsearch');

const engine = (index: DocumentIndex, folder: string): Engine => ({
  add: async (entries) => {
    for (const document of entries.flatMap(({ report }) => documentsOf(report))) index.add({ ...document });
  },
  change: async (before, after) => {
    for (const { id } of documentsOf(before.report)) index.remove(id);
    for (const document of documentsOf(after.report)) index.add({ ...document });
  },
  search: async ({ text, year }, limit) => {
    const tag = year === undefined ? {} : { tag: { year: String(year) } };
    const hits = index.search(text, { limit, suggest: true, enrich: true, merge: true, ...tag });
    return hits.slice(0, limit).map(({ doc }) => found(doc));
  },
  save: async () => {
    mkdirSync(filesIn(folder), { recursive: true });
    index.export((key, data) => writeFileSync(join(filesIn(folder), key), data ?? ''));
  },
});

export const flexSearch: EngineKind = {
  name: 'FlexSearch',
  create: async (folder) => engine(createIndex(), folder),
  open: async (folder) => {
    const index = createIndex();
    for (const key of readdirSync(filesIn(folder)))
      index.import(key, readFileSync(join(filesIn(folder), key), 'utf8'));
    return engine(index, folder);
  },
};
