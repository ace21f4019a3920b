/** The two comments around what is the bot's in a file. */
import { describe, expect, test } from '@jest/globals';
import { hash } from '../../adapters/hash/index.ts';
import { markersIn, markerUrl, withoutOffers } from '../../src/content/note-marker.ts';
import { findRegion, innerOf, isTheBots, regionIn, writeRegion } from '../../src/note/region.ts';
import { read } from '../content/context.ts';

const [key, other] = ['abcdefghi2', 'zzzzzzzzz7'];
const inner = '\n**ken** · 19:00\n\nHello\n\n';
const region = (of = key, text = inner): string =>
  writeRegion({ key: of, url: null, inner: text, hash: hash(text) });
const begin = `<!-- notes:begin ${key} -->`;
const end = `<!-- notes:end ${key} ${hash(inner)} -->`;

describe('a region', () => {
  test('is found by its offsets, and says whose conversation it is', () => {
    const url = 'https://example.slack.com/archives/C1/p1';
    const text = `# A\n\n${writeRegion({ key, url, inner, hash: hash(inner) })}\nB\n`;
    const found = regionIn(text, key);
    expect(found).toMatchObject({ key, url, hash: hash(inner) });
    expect(text.slice(0, found?.from)).toBe('# A\n\n');
    expect(text.slice(found?.to)).toBe('\nB\n');
    expect(found && innerOf(text, found)).toBe(inner);
  });

  test.each([
    ['line feeds', '\n'],
    ['both', '\r\n'],
    ['carriage returns', '\r'],
  ])('is the bot’s as long as nobody has changed it, and with %s as well', (_, lineEnd) => {
    const text = `A\n\n${region()}\n`.replaceAll('\n', lineEnd);
    const found = regionIn(text, key);
    expect(found && isTheBots(text, found, hash)).toBe(true);
    const edited = text.replace('Hello', 'Hello!');
    const again = regionIn(edited, key);
    expect(again && isTheBots(edited, again, hash)).toBe(false);
  });

  test.each([
    ['at the very beginning', `${region()}\n`],
    ['behind a byte order mark', `\uFEFF${region()}\n`],
    ['without a line end behind it', `A\n${region()}`],
    ['between two others', `${region(other)}\n\n${region()}\n\n${region('yyyyyyyyyy')}\n`],
    ['empty', `${region(key, '')}\n`],
  ])('is found %s', (_, text) => {
    expect(regionIn(text, key)).not.toBeNull();
  });

  test.each([
    ['there is nothing', 'A\n'],
    ['there is another one', `${region(other)}\n`],
    ['there is one whose key begins like it', `${region(`${key}.incoming`)}\n`],
  ])('is none where %s', (_, text) => {
    expect(findRegion(text, key)).toBe('none');
  });

  test.each([
    ['the first comment is gone', `A\n${inner}${end}\n`],
    ['the second comment is gone', `${begin}\n${inner}`],
    ['both stand the wrong way round', `${end}\n${inner}${begin}\n`],
    ['it is there twice', `${region()}\n\n${region()}\n`],
    ['the first comment is there twice', `${begin}\n${region()}\n`],
    ['the second comment is there twice', `${region()}\n${end}\n`],
    ['another one is inside', `${begin}\n${region(other)}\n${end}\n`],
    ['it is inside another one', region(other, `${region()}\n`)],
    [
      'another one begins inside',
      `${begin}\n<!-- notes:begin ${other} -->\n${end}\n<!-- notes:end ${other} aaaaaaaaaa -->\n`,
    ],
    ['a comment is indented', `${region().replace('<!-- notes:begin', ' <!-- notes:begin')}\n`],
    ['a comment is quoted', `${region().replaceAll(/^/gm, '> ')}\n`],
    ['a comment has words behind it', `${region()} !\n`],
    ['the second comment lost its hash', `${begin}\n${inner}<!-- notes:end ${key} -->\n`],
    ['the address has a space in it', `${region().replace('2 -->', '2 https://a b -->')}\n`],
  ])('can not be told where %s', (_, text) => {
    expect(findRegion(text, key)).toBe('broken');
    expect(regionIn(text, key)).toBeNull();
  });
});

describe('an address in a comment', () => {
  test.each([
    ['https://a.example/x?y=1&z=%2F#q', 'https://a.example/x?y=1&z=%2F#q'],
    ['https://a.example/a--b---c-->', 'https://a.example/a-%2Db-%2D-c-%2D%3E'],
    ['https://a.example/a b\n<!-- 勉強', 'https://a.example/a%20b%0A%3C!-%2D%20%E5%8B%89%E5%BC%B7'],
    ['https://a.example/%', 'https://a.example/%'],
    ['https://a.example/\ud800', 'https://a.example/%EF%BF%BD'],
  ])('%j is %s, and ends nothing', (url, written) => {
    expect(markerUrl(url)).toBe(written);
    const text = writeRegion({ key, url: markerUrl(url), inner, hash: hash(inner) });
    expect(regionIn(text, key)?.url).toBe(written);
    expect(markersIn(text)).toHaveLength(2);
  });

  test('is left out where it is too long', () => {
    expect(markerUrl(`https://a.example/${'x'.repeat(2000)}`)).toBeNull();
    expect(markerUrl(null)).toBeNull();
  });
});

test('a file of 10 MB in one line is looked through in no time', () => {
  const text = `${'<!-- notes:'.repeat(1_000_000)}\n\n${region()}\n`;
  const begun = performance.now();
  expect(regionIn(text, key)).not.toBeNull();
  expect(performance.now() - begun).toBeLessThan(1000);
});

describe('what is only offered', () => {
  const written = { url: null, hash: hash(inner) };
  const mine = writeRegion({ ...written, key, inner: '\n## BuildKit (Ken)\n\nAs I remember it.\n\n' });
  const offered = writeRegion({
    ...written,
    key: `${key}.incoming`,
    inner: '\n## Caches (Yui)\n\nElse.\n\n',
  });
  const file = (...regions: readonly string[]): string =>
    `# Notes\n\n${regions.join('\n')}\n\n## Later (Hanako)\n\nBye.\n`;

  test('is not what a report says, and its lines count', () => {
    const talks = read(file(mine, offered)).sections.filter(({ isTalk }) => isTalk);
    expect(talks.map(({ title }) => title)).toEqual(['BuildKit', 'Later']);
    const lines = file(mine, offered).split('\n');
    expect(talks.map(({ line }) => lines[line - 1])).toEqual(['## BuildKit (Ken)', '## Later (Hanako)']);
  });

  test('is gone from a text without a trace, and all else stays', () => {
    const text = file(mine, offered, region(other));
    expect(withoutOffers(text)).toBe(file(mine, offered.replaceAll(/[^\n]/g, ''), region(other)));
    expect(withoutOffers(file(mine))).toBe(file(mine));
  });
});
