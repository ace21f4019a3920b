/** Reports in the shapes that are found in the wild, with what stands in them beside each. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { read } from './context.ts';
import { score, type Golden } from './scorer.ts';

const fixtures = new URL('../fixtures/reports/', import.meta.url);
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

describe('a report is understood', () => {
  test.each(names)('in the shape of %s.md', (name) => {
    const golden = JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8')) as Golden;
    const report = read(readFileSync(new URL(`${name}.md`, fixtures), 'utf8'), `${name}.md`);
    const differences = Object.values(score(report, golden)).flatMap(({ missed, wrong }) => [
      ...missed.map((fact) => `missed ${fact}`),
      ...wrong.map((fact) => `wrong ${fact}`),
    ]);
    expect(differences).toEqual([]);
  });
});
