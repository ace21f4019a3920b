import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readQuery } from '../../src/search/query.ts';

const chunks = (text: string): readonly string[] => readQuery(text).chunks.map((chunk) => chunk.text);

describe('words and phrases', () => {
  test('words are separated by spaces, full-width ones too', () => {
    expect(chunks('docker　監視 swarm')).toEqual(['docker', '監視', 'swarm']);
  });

  test('a phrase is one chunk, whatever quotes it is in', () => {
    expect(readQuery('“service worker” "offline').chunks).toEqual([
      { text: 'service worker', quoted: true },
      { text: 'offline', quoted: true },
    ]);
  });
});

const label = (kind: string, key: string, prefix = false) => ({ kind, key, prefix });

describe('filters', () => {
  test.each([
    ['tag:docker', label('tag', 'docker')],
    ['TAG：Docker', label('tag', 'docker')],
    ['tag: docker', label('tag', 'docker')],
    ['speaker:@t_wada', label('speaker', 'twada', true)],
    ['speaker:和田さん', label('speaker', '和田', true)],
    ['series:"Docker Meetup Tokyo"', label('series', 'dockermeetuptokyo', true)],
    ['place:大阪', label('place', '大阪', true)],
    ['year:2018', label('when', '2018')],
  ])('%s asks for a label', (text, wanted) => {
    const query = readQuery(text);
    expect(query.filter.labels).toEqual([wanted]);
    expect(query.chunks).toEqual([]);
  });

  test('after is from the first day on, before is until the day before', () => {
    const { filter } = readQuery('after:2018/3 before:2019-02-03');
    expect(filter).toMatchObject({ from: '2018-03-01', before: '2019-02-03' });
  });

  test('of two days the stricter counts', () => {
    expect(readQuery('after:2018 after:2019').filter.from).toBe('2019-01-01');
    expect(readQuery('before:2018 before:2019').filter.before).toBe('2018-01-01');
  });

  test('type names kinds of hits', () => {
    expect(readQuery('type:talk type:event').filter.kinds).toEqual(['talk', 'event']);
  });

  test.each(['year:soon', 'after:13月', 'type:song', 'tag:', 'before:2018-13'])(
    '%s is no value of the filter, and said so',
    (text) => {
      expect(readQuery(text).faults).toMatchObject([{ code: 'bad-value' }]);
    },
  );

  test('an unknown filter is a word, and said so', () => {
    const query = readQuery('author:azu');
    expect(query.faults).toEqual([{ code: 'unknown-filter', name: 'author' }]);
    expect(query.chunks).toEqual([{ text: 'author:azu', quoted: false }]);
  });

  test.each(['http://example.org/', 'std::vector', 'localhost:3000', '12:30', '注意:重要'])(
    '%s only looks like a filter',
    (text) => {
      expect(readQuery(text)).toMatchObject({ faults: [], filter: { labels: [] } });
    },
  );
});

describe('limits', () => {
  test('the first 200 characters are searched, and it is said', () => {
    const query = readQuery(`${'a'.repeat(199)} ${'b'.repeat(8000)}`);
    expect(query.faults).toEqual([{ code: 'too-long', limit: 200 }]);
    expect(query.chunks.map(({ text }) => text)).toEqual(['a'.repeat(64)]);
  });

  test('200 characters are not too long, counted as people count', () => {
    expect(readQuery('𠮷'.repeat(200)).faults).toEqual([]);
  });

  test('16 tokens of 64 characters', () => {
    const query = readQuery('ab '.repeat(66));
    expect(query.chunks).toHaveLength(16);
  });
});

test('any string is a query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const query = readQuery(text);
      expect(query.chunks.length).toBeLessThanOrEqual(16);
    }),
  );
});
