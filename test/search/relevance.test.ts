import { describe, expect, test } from '@jest/globals';
import { columns, corpusIsThere, relevance, sets } from './relevance.ts';

const reason = 'the corpus of judged queries does not lie beside the project (../shared/corpus)';
// Skipped where the judged queries are not beside the project: they are over texts that are not ours to include.
const whereJudged = corpusIsThere ? describe : describe.skip;

whereJudged(`relevance over judged queries, skipped where ${reason}`, () => {
  test.each(sets)(
    '$queries: above the best baseline on every column, and nothing for what no report knows',
    async (judged) => {
      const { all, noResult } = await relevance(judged);
      const below = columns.filter((_, at) => (all[at] ?? 0) <= (judged.baseline[at] ?? 100));
      expect(below).toEqual([]);
      expect(noResult.right).toBe(noResult.of);
    },
    60_000,
  );
});
