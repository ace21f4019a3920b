/** MiniSearch over words of Intl.Segmenter, with beginnings and slips: what its documentation shows, for Japanese. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import { boosts, documentsOf, searched, wordsOf } from './document.ts';
import type { Document } from './document.ts';
import type { Engine, EngineKind, Found } from './engine.ts';

const options = {
  fields: [...searched],
  storeFields: ['file', 'section', 'line', 'year'],
  tokenize: wordsOf,
  // The words are folded already.
  processTerm: (word: string) => word,
  searchOptions: { prefix: true, fuzzy: 0.2, boost: boosts },
};

const found = ({ file, section, line }: SearchResult): Found => ({
  file: String(file),
  section: String(section),
  line: Number(line),
});

const fileIn = (folder: string): string => join(folder, 'index.json');

const engine = (index: MiniSearch<Document>, folder: string): Engine => ({
  add: async (entries) => index.addAll(entries.flatMap(({ report }) => documentsOf(report))),
  change: async (before, after) => {
    index.discardAll(documentsOf(before.report).map(({ id }) => id));
    index.addAll(documentsOf(after.report));
  },
  search: async ({ text, year }, limit) =>
    index
      .search(text, year === undefined ? {} : { filter: (result) => result['year'] === year })
      .slice(0, limit)
      .map(found),
  save: async () => writeFileSync(fileIn(folder), JSON.stringify(index)),
});

export const miniSearch: EngineKind = {
  name: 'MiniSearch',
  create: async (folder) => engine(new MiniSearch<Document>(options), folder),
  open: async (folder) =>
    engine(MiniSearch.loadJSON<Document>(readFileSync(fileIn(folder), 'utf8'), options), folder),
};
