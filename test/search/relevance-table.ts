/** Prints the relevance tables: `npm run relevance`. */
import { corpusIsThere, relevance, sets } from './relevance.ts';

if (!corpusIsThere) process.stdout.write('There is no ../shared/corpus beside the project.\n');
for (const judged of corpusIsThere ? sets : []) {
  const { table } = await relevance(judged);
  process.stdout.write(`${judged.queries}, best baseline ${judged.baseline.join(' ')}\n${table}\n`);
}
