/** A second opinion that asks the first one is none: the simulator knows nothing of the adapter, nor of the bot. */
import { expect, test } from '@jest/globals';
import { filesIn, opinionsIn } from '../simulator/independence.ts';

const folder = import.meta.dirname;

test('the files of the simulator are found', () => {
  expect(filesIn(folder)).toContain('event.ts');
});

test.each(filesIn(folder))('%s imports nothing of the adapters or the core', (file) => {
  expect(opinionsIn(folder, file)).toEqual([]);
});
