/** Which report is about an event. */
import { expect, test } from '@jest/globals';
import { reportFinder } from '../../src/event/reported.ts';
import { happening } from '../view/happening.ts';

const report = { title: 'レポート', date: null, series: null, number: null, event: null };

const night = happening({
  title: 'Docker Meetup Tokyo #40',
  start: '2027-03-10T19:00:00+09:00',
  series: 'Docker Meetup Tokyo',
  number: 40,
  keys: ['url dockerjp.connpass.com/event/40'],
});

test.each([
  ['that names its page', { event: 'https://dockerjp.connpass.com/event/40/' }],
  ['of its number in the series', { series: 'docker meetup tokyo', number: 40 }],
  ['of the series on its day', { series: 'Docker Meetup Tokyo', date: '2027-03-10' }],
  ['of its title on its day', { title: 'docker meetup tokyo #40', date: '2027-03-10' }],
  [
    'whose title has its title, on its day',
    { title: 'Docker Meetup Tokyo #40 に参加した', date: '2027-03-10' },
  ],
  ['whose title is a part of its title, on its day', { title: 'Docker Meetup', date: '2027-03-10' }],
])('one %s is', (_what, facts) => {
  const found = { ...report, ...facts };
  expect(reportFinder([report, found])(night)).toBe(found);
});

test.each([
  ['of another page', { event: 'https://dockerjp.connpass.com/event/41/' }],
  ['of another number', { series: 'Docker Meetup Tokyo', number: 41 }],
  ['of its title on another day', { title: 'Docker Meetup Tokyo #40', date: '2027-03-11' }],
  ['of another title on its day', { title: 'Go Conference mini', date: '2027-03-10' }],
  ['whose title says next to nothing, on its day', { title: 'Tokyo', date: '2027-03-10' }],
  ['without a number, of a series, on no day', { series: 'Docker Meetup Tokyo' }],
])('one %s is not', (_what, facts) => {
  expect(reportFinder([{ ...report, ...facts }])(night)).toBeNull();
});

test('the surest is, and of several the first', () => {
  const [day, page, other] = [
    { ...report, series: 'Docker Meetup Tokyo', date: '2027-03-10' },
    { ...report, event: 'https://dockerjp.connpass.com/event/40' },
    { ...report, event: 'http://dockerjp.connpass.com/event/40/' },
  ];
  expect(reportFinder([day, page, other])(night)).toBe(page);
});

test('an event and a report of which nothing is known have nothing in common', () => {
  expect(reportFinder([{ ...report, title: '' }])(happening({ title: '', start: '2027-03-10' }))).toBeNull();
});
