import { expect, test } from '@jest/globals';
import { createEditions } from '../../../adapters/web/page/edition.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22, 0, 0, seconds));

test('an edition is as old as what it says, whatever stands beside it', () => {
  const edition = createEditions();
  const of = (said: string, now: Date, path = '/a') =>
    edition({ path, now, write: (moment) => `${moment.toISOString()} ${said}` });
  expect(of('one', at(0))).toEqual({ text: `${at(0).toISOString()} one`, at: at(0) });
  expect(of('one', at(10))).toEqual(of('one', at(0)));
  expect(of('two', at(20))).toEqual({ text: `${at(20).toISOString()} two`, at: at(20) });
  expect(of('one', at(30), '/b').at).toEqual(at(30));
});

test('two editions never have the same second, however fast one follows the other', () => {
  const edition = createEditions();
  const moments = ['one', 'two', 'one'].map(
    (said) => edition({ path: '/', now: at(0), write: () => said }).at,
  );
  expect(moments).toEqual([at(0), at(1), at(2)]);
});
