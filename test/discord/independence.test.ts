/** A second opinion that asks the first one is none: the simulator knows nothing of the adapter, nor of the bot. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importsIn } from '../imports.ts';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

test('the files of the simulator are found', () => {
  expect(files).toContain('gateway/index.ts');
});

test.each(files)('%s imports nothing of the adapters or the core', (file) => {
  const imports = importsIn(readFileSync(join(import.meta.dirname, file), 'utf8'));
  expect(imports.map(({ name }) => name).filter((name) => /\/(adapters|src)\//.test(name))).toEqual([]);
});
