import { describe, expect, test } from '@jest/globals';
import { assert, property } from 'fast-check';
import { googleLink, mapLink, outlookLink } from '../../src/view/calendar-link.ts';
import { anyHappening, happening } from './happening.ts';

const facts = {
  title: 'コンテナの夜 & more',
  end: '2027-03-10T21:00:00+09:00',
  place: '公民館',
  address: '港町 1-2-3',
  url: 'https://example.org/12',
  online: 'https://example.org/live',
  text: 'One\nTwo',
};

const paramsOf = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

const details = 'https://example.org/12\n\nhttps://example.org/live\n\nOne\nTwo';

describe('a link into a calendar', () => {
  test('of Google has all that is known, in UTC and with the zone', () => {
    const url = googleLink(happening(facts));
    expect(url).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&/u);
    expect(paramsOf(url)).toEqual({
      action: 'TEMPLATE',
      dates: '20270310T100000Z/20270310T120000Z',
      ctz: 'Asia/Tokyo',
      text: 'コンテナの夜 & more',
      location: '公民館, 港町 1-2-3',
      details,
    });
  });

  test('of Outlook has all that is known', () => {
    const url = outlookLink(happening(facts));
    expect(url).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/deeplink\/compose\?/u);
    expect(paramsOf(url)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2027-03-10T10:00:00Z',
      enddt: '2027-03-10T12:00:00Z',
      subject: 'コンテナの夜 & more',
      location: '公民館, 港町 1-2-3',
      body: details,
    });
  });

  test('of whole days ends with the first day after them', () => {
    const days = happening({ start: '2027-04-30', end: '2027-05-02' });
    expect(paramsOf(googleLink(days))).toMatchObject({ dates: '20270430/20270503' });
    expect(paramsOf(outlookLink(days))).toMatchObject({
      startdt: '2027-04-30',
      enddt: '2027-05-03',
      allday: 'true',
    });
    expect(paramsOf(googleLink(happening({ start: '2027-04-30' })))).toMatchObject({
      dates: '20270430/20270501',
    });
  });

  test('of unknown end takes two hours', () => {
    expect(paramsOf(googleLink(happening()))).toMatchObject({ dates: '20270310T100000Z/20270310T120000Z' });
  });

  test('has as much of a long text as there is room for', () => {
    const url = googleLink(happening({ text: '長い'.repeat(500) }));
    const { details: kept } = paramsOf(url);
    expect(url.length).toBeGreaterThan(1_980);
    expect(url.length).toBeLessThanOrEqual(2_000);
    expect(kept).toMatch(/^(?:長い)+長?…$/u);
  });

  test('of any happening has at most 2,000 characters, leads where it should and is itself when it is read', () => {
    assert(
      property(anyHappening, (each) => {
        for (const url of [googleLink(each), outlookLink(each), mapLink(each) ?? 'https://example.org/']) {
          expect(url.length).toBeLessThanOrEqual(2_000);
          expect(new URL(url).href).toBe(url);
          expect(new URL(url).host).toMatch(
            /^(?:calendar|www)\.google\.com$|^outlook\.live\.com$|^example\.org$/u,
          );
        }
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});

describe('a map', () => {
  test('is looked at by the place and the address', () => {
    expect(mapLink(facts)).toBe(
      `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent('公民館 港町 1-2-3').replaceAll('%20', '+')}`,
    );
    expect(paramsOf(mapLink({ place: '公民館', address: null }) ?? '')).toMatchObject({ query: '公民館' });
  });

  test('is not there where neither is known', () => {
    expect(mapLink({ place: null, address: null })).toBeNull();
  });
});
