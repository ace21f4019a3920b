/** What people call something, and which one is meant. */
import { expect, test } from '@jest/globals';
import { called, isForEveryone } from '../../src/view/called.ts';

const all = [
  { id: 'C1', name: 'general' },
  { id: 'C2', name: 'Docker' },
  { id: 'C3', name: 'docker' },
  { id: 'C4', name: '告知' },
  { id: 'C5', name: 'twice' },
  { id: 'C6', name: 'twice' },
  { id: 'C7', name: 'GO' },
  { id: 'C8', name: 'Go' },
];

test.each([
  ['general', 'C1'],
  ['#general', 'C1'],
  ['＃告知', 'C4'],
  [' @GENERAL ', 'C1'],
  ['C2', 'C2'],
  ['docker', 'C3'],
  ['Docker', 'C2'],
  ['twice', null],
  ['C6', 'C6'],
  ['go', null],
  ['nothing', null],
  ['', null],
])('%j is %j', (by, id) => {
  expect(called(all, by)?.id ?? null).toBe(id);
});

test('everyone is no role', () => {
  for (const name of ['everyone', '@everyone', 'here', '@HERE', 'channel', '＠everyone'])
    expect(isForEveryone(name)).toBe(true);
  for (const name of ['speakers', '@everyone-else']) expect(isForEveryone(name)).toBe(false);
});
