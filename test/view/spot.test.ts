import { expect, test } from '@jest/globals';
import { mapLink } from '../../src/view/calendar-link.ts';
import { spotOf } from '../../src/view/spot.ts';

test.each([
  ['Town hall', 'Main Street 1', ['Town hall', 'Main Street 1']],
  [null, 'Main Street 1', ['Main Street 1']],
  ['Online', null, []],
  [' オンライン（Zoom）', null, []],
  ['Townhall, online too', null, ['Townhall, online too']],
  [null, null, []],
] as const)('one goes to %j at %j, unless it is only said to be online', (place, address, spot) => {
  expect(spotOf({ place, address })).toEqual(spot);
});

test('there is no map of what is online', () => {
  expect(mapLink({ place: 'Online', address: null })).toBeNull();
  expect(mapLink({ place: 'Town hall', address: null })).toContain('query=Town+hall');
});
