import { describe, expect, test } from '@jest/globals';
import { addressesOn } from '../../src/search/address.ts';

const site = 'https://example.org/:year/:month/:slug/';
const pages = 'http://127.0.0.1:3000/meetup';
const report = { id: 'aaaaaaaaaa', file: 'reports/2018-03-12-港の会.md', date: '2018-03-10' };
const talk = { ...report, id: 'bbbbbbbbbb', kind: 'talk' as const, report: { id: report.id } };
const undated = { ...report, file: 'reports/港の会.md', date: null };
const event = { ...report, kind: 'event' as const };

describe('the address', () => {
  const onSite = 'https://example.org/2018/03/%E6%B8%AF%E3%81%AE%E4%BC%9A/';
  const onPages = `${pages}/reports/aaaaaaaaaa`;

  test.each([
    ['of a report is on the community’s site', { site, pages }, report, onSite],
    ['of a talk is that of its report there', { site, pages }, talk, onSite],
    ['of a report is our page where there is no site', { site: null, pages }, report, onPages],
    ['of a talk is an anchor on our page', { site: null, pages }, talk, `${onPages}#bbbbbbbbbb`],
    [
      'of a report that is one talk needs no anchor',
      { site: null, pages },
      { ...talk, id: report.id },
      onPages,
    ],
    [
      'is our page where the site’s pattern asks for a date and there is none',
      { site, pages },
      undated,
      onPages,
    ],
    ['does not exist where neither has one', { site, pages: null }, undated, null],
    ['does not exist without a site and pages', { site: null, pages: null }, report, null],
    ['of an event is its own affair', { site, pages }, event, null],
  ])('%s', (_, sites, text, expected) => {
    expect(addressesOn(sites)(text)).toBe(expected);
  });

  test('has the day of the file’s name rather than the report’s', () => {
    const dated = addressesOn({ site: 'https://example.org/:day/:path', pages: null });
    expect(dated(report)).toBe('https://example.org/12/reports/2018-03-12-%E6%B8%AF%E3%81%AE%E4%BC%9A');
    expect(dated({ ...report, file: 'a.md' })).toBe('https://example.org/10/a');
  });
});
