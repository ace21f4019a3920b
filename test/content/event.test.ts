import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/content/event.ts';

const context = { zone: 'Asia/Tokyo', hash: (text: string) => `<${text}>` };
const path = 'events/night.md';

/** The event of a file with this header, and no other text. */
const eventOf = (header: string) => readEvent({ path, text: `---\n${header}\n---\n` }, context);

describe('an event', () => {
  test('is all that its file says', () => {
    const text = `---
title: コンテナの夜 #12
start: 2027-03-10 19:00
end: 2027-03-10 21:00
repeat: 毎月第2水曜
until: 2027-12-31
except: [2027-05-12, 2027-08-11]
place: 中央公民館
address: 大阪市北区1-2-3
url: https://example.org/night
online: https://example.org/live
capacity: 30
tags: [Docker, Kubernetes]
series: コンテナの夜
number: 12
talks:
  - title: BuildKit の話
    speakers: [alice, bob]
    minutes: 20
  - title: 未定
status: cancelled
uid: night@example.org
---
# コンテナの夜

**手ぶら**でどうぞ。
`;
    expect(readEvent({ path, text }, context)).toEqual({
      id: '<events/night.md>',
      file: 'events/night.md',
      title: 'コンテナの夜 #12',
      start: '2027-03-10T19:00',
      end: '2027-03-10T21:00',
      zone: 'Asia/Tokyo',
      repeat: 'FREQ=MONTHLY;BYDAY=2WE',
      until: '2027-12-31',
      except: ['2027-05-12', '2027-08-11'],
      changes: [],
      place: '中央公民館',
      address: '大阪市北区1-2-3',
      url: 'https://example.org/night',
      online: 'https://example.org/live',
      capacity: 30,
      accepted: null,
      waiting: null,
      tags: ['docker', 'kubernetes'],
      series: 'コンテナの夜',
      number: 12,
      talks: [
        { title: 'BuildKit の話', speakers: ['alice', 'bob'], minutes: 20 },
        { title: '未定', speakers: [], minutes: null },
      ],
      cancelled: true,
      uid: 'night@example.org',
      text: 'コンテナの夜\n手ぶらでどうぞ。',
      problems: [expect.objectContaining({ code: 'value-cut', line: 2 })],
    });
  });

  test('needs no more than a start: everything else is unknown', () => {
    expect(eventOf('title: 夜\nstart: 2027-03-10')).toEqual({
      id: '<events/night.md>',
      file: 'events/night.md',
      title: '夜',
      start: '2027-03-10',
      zone: 'Asia/Tokyo',
      ...Object.fromEntries(
        [
          'end',
          'repeat',
          'until',
          'place',
          'address',
          'url',
          'online',
          'capacity',
          'accepted',
          'waiting',
          'series',
          'number',
          'uid',
        ].map((key) => [key, null]),
      ),
      except: [],
      changes: [],
      tags: [],
      talks: [],
      cancelled: false,
      text: '',
      problems: [],
    });
  });

  test('may have a TOML header, or one without fences', () => {
    const toml =
      '+++\ntitle = "夜"\nstart = 2027-03-10T19:00:00\ncapacity = 30\nexcept = [2027-05-12]\n+++\n';
    const bare = 'Title: 夜\nStart: 2027-03-10 19:00\n\nText.\n';
    expect(readEvent({ path, text: toml }, context)).toMatchObject({
      start: '2027-03-10T19:00',
      capacity: 30,
      except: ['2027-05-12'],
      problems: [],
    });
    expect(readEvent({ path, text: bare }, context)).toMatchObject({
      start: '2027-03-10T19:00',
      text: 'Text.',
    });
  });

  test.each([
    ['reports/night.md', 'start: 2027-03-10'],
    ['events.md', 'start: 2027-03-10'],
    [path, 'date: 2027-03-10'],
    [path, 'start:'],
    [path, 'start: 2027-03-10\ndraft: true'],
    [path, 'start: 2027-03-10\npublished: false'],
  ])('is not %s with %j', (file, header) => {
    expect(readEvent({ path: file, text: `---\ntitle: 夜\n${header}\n---\n` }, context)).toBeNull();
  });

  test('is called after its first heading, or else after its file, which is a problem', () => {
    const header = '---\nstart: 2027-03-10\n---\n';
    expect(readEvent({ path, text: `${header}\n# 夜の*会*\n` }, context)).toMatchObject({
      title: '夜の会',
      problems: [],
    });
    expect(readEvent({ path, text: header }, context)).toMatchObject({
      title: 'night',
      problems: [{ line: 1, code: 'field-unreadable', detail: 'title' }],
    });
  });

  test('is read from a broken header too', () => {
    expect(eventOf('title: 夜\nstart: 2027-03-10 19:00\ntags: [')).toMatchObject({
      title: '夜',
      start: '2027-03-10T19:00',
      problems: [{ code: 'front-matter-broken' }],
    });
  });
});
