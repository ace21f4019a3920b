/** Orama over words of Intl.Segmenter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, insertMultiple, load, removeMultiple, save, search } from '@orama/orama';
import { boosts, documentsOf, searched, wordsOf } from './document.ts';
import type { Document } from './document.ts';
import type { Engine, EngineKind } from './engine.ts';

const createIndex = () =>
  create({
    schema: {
      title: 'string',
      speakers: 'string',
      context: 'string',
      text: 'string',
      year: 'number',
    },
    // Nothing is sorted by a field, and its tables would cost time and memory.
    sort: { enabled: false },
    components: {
      tokenizer: { language: 'japanese', normalizationCache: new Map(), tokenize: (text) => wordsOf(text) },
    },
  });

type Index = ReturnType<typeof createIndex>;

const fileIn = (folder: string): string => join(folder, 'index.json');
const all = (documents: readonly Document[]): Document[] => [...documents];

const engine = (index: Index, folder: string): Engine => ({
  add: async (entries) => {
    await insertMultiple(
      index,
      entries.flatMap(({ report }) => all(documentsOf(report))),
    );
  },
  change: async (before, after) => {
    await removeMultiple(
      index,
      documentsOf(before.report).map(({ id }) => id),
    );
    await insertMultiple(index, all(documentsOf(after.report)));
  },
  search: async ({ text, year }, limit) => {
    const where = year === undefined ? {} : { where: { year: { eq: year } } };
    const { hits } = await search(index, {
      term: text,
      properties: [...searched],
      boost: boosts,
      limit,
      ...where,
    });
    return hits.map(({ document }) => document as unknown as Document);
  },
  save: async () => writeFileSync(fileIn(folder), JSON.stringify(save(index))),
});

export const orama: EngineKind = {
  name: 'Orama',
  create: async (folder) => engine(createIndex(), folder),
  open: async (folder) => {
    const index = createIndex();
    load(index, JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Parameters<typeof load>[1]);
    return engine(index, folder);
  },
};
