/** The file of a digest: what a channel was told, for everybody. */
import { describe, expect, test } from '@jest/globals';
import { readDigest } from '../../src/content/digest-file.ts';
import type { DigestShown } from '../../src/view/digest.ts';
import { digestFile, digestFileId } from '../../src/view/digest-file.ts';
import { context } from '../content/context.ts';
import { evening, event, now, report, told } from '../digest/week.ts';

const shown: DigestShown = {
  key: 'digest 2027-W10 slack T012345 C0SECRET',
  content: told({
    happenings: [event({ id: 'night', title: 'Night @everyone {{ x }}', start: evening(3) })],
    reports: [
      report({ id: 'r', title: 'Harbour #1', published: '2027-03-05', url: 'https://example.org/r' }),
    ],
    knownSince: new Map([['event night', '2027-03-03T00:00:00Z']]),
  }),
  locale: 'en',
  community: 'Whales',
  period: '2027-W10',
  day: '2027-03-08',
  zone: 'Asia/Tokyo',
  mention: { id: 'S1', name: 'whale-fans' },
};

const at = now.toISOString();

describe('the file of a digest', () => {
  const { path, text } = digestFile(shown, at);

  test('is read again as a kept digest of its period, whose time is the channel’s', () => {
    expect(readDigest({ path, text }, context)).toMatchObject({
      id: digestFileId(shown),
      file: 'digests/2027-w10.md',
      at: '2027-03-08T09:00:00+09:00',
      period: '2027-W10',
      locale: 'en',
    });
  });

  test('says when things are in the words of its language and by the clock of its zone', () => {
    expect(text).toContain('Thu, 11 Mar 2027, 19:00');
    expect(digestFile({ ...shown, locale: 'ja' }, at).text).toContain('2027年3月11日(木) 19:00');
  });

  test('names neither the channel that it was made for nor anyone who was notified', () => {
    expect(text).not.toMatch(/SECRET|T012345|slack|whale-fans/i);
  });

  test('has its title in the header alone, and nothing in it that a site generator would run', () => {
    const { title = '' } = readDigest({ path, text }, context) ?? {};
    expect(title).toContain('Whales');
    expect(text.split(title)).toHaveLength(2);
    expect(text).toContain('Harbour #1');
    expect(text).not.toContain('{{');
  });

  test('of another channel is known by another name, and of the same one by the same', () => {
    expect(digestFileId(shown)).toMatch(/^[a-z0-9]{1,7}$/);
    expect(digestFileId({ key: shown.key })).toBe(digestFileId(shown));
    expect(digestFileId({ key: `${shown.key}2` })).not.toBe(digestFileId(shown));
  });
});
