/** Digests as files: what is written is read again, and what else lies there is none. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { digestPath, readDigest, writeDigest } from '../../src/content/digest-file.ts';
import type { DigestText } from '../../src/content/digest-file.ts';
import { printInert } from '../../src/content/inert.ts';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { bullets, heading, item, link, paragraph, root, strong } from '../../src/view/build.ts';
import { hostile } from '../any-tree.ts';
import { context, lines } from './context.ts';

const body = root(
  heading(2, 'Whales: The week of 1 March'),
  heading(3, 'Events'),
  bullets([item(paragraph(strong(link('https://example.org/e', 'Night {{ 1 }}')), ' <b>tonight</b>'))]),
);

const digest: DigestText = {
  id: '1x2y3z',
  title: 'Whales: The week of 1 March',
  at: '2027-03-01T09:00:12+09:00',
  period: '2027-W09',
  locale: 'en',
  body,
};

const path = 'digests/2027-w09.md';

const written = lines(
  '---',
  'title: "Whales: The week of 1 March"',
  'date: "2027-03-01T09:00:12+09:00"',
  'digest: "2027-W09"',
  'locale: "en"',
  'id: "1x2y3z"',
  '---',
  '',
  '### Events',
  '',
  '- **[Night &#123;&#123; 1 &#125;&#125;](https://example.org/e)** \\<b>tonight\\</b>',
  '',
);

describe('a digest as a file', () => {
  test('says of which period it is, and nothing in it is run by a site generator', () => {
    expect(writeDigest(digest)).toBe(written);
  });

  test('is called by its period', () => {
    expect([digestPath(digest), digestPath({ period: '2027-03-01' })]).toEqual([
      path,
      'digests/2027-03-01.md',
    ]);
  });

  test('is read as it was written', () => {
    const { body: _body, ...facts } = digest;
    const [, text = ''] = written.split('---\n\n');
    expect(readDigest({ path, text: written }, context)).toEqual({
      ...facts,
      file: path,
      text: text.trim(),
    });
  });
});

describe('whatever it says', () => {
  /** Characters that stand in no file that was read, and addresses that hold a file, are others there. */
  const word = fc
    .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 40 }))
    .filter((text) => !/data:|[\0\r]/i.test(text));
  const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

  test('its header is read again as it was written', () => {
    const title = fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((all) => all.join(' '))
      .filter((text) => oneLine(text) !== '');
    const period = fc.constantFrom('2027-W09', '2026-W53', '2027-03-01');
    const locale = fc.constantFrom('ja' as const, 'en' as const);
    fc.assert(
      fc.property(fc.record({ title, period, locale }), (facts) => {
        const { id, at } = digest;
        const read = readDigest({ path, text: writeDigest({ ...digest, ...facts }) }, context);
        expect(read).toMatchObject({ ...facts, id, at, title: oneLine(facts.title) });
      }),
    );
  });

  test('its text is read again as it was written, and no site generator finds anything to run', () => {
    const entry = fc
      .tuple(word, word, fc.webUrl())
      .map(([title, text, url]) => item(paragraph(strong(link(url, title)), ` ${text}`)));
    const section = fc
      .tuple(word, fc.array(entry, { minLength: 1, maxLength: 4 }))
      .map(([title, entries]) => [heading(3, title), bullets(entries)]);
    fc.assert(
      fc.property(fc.array(section, { maxLength: 3 }), (sections) => {
        const tree = root(...sections.flat());
        const read = readDigest({ path, text: writeDigest({ ...digest, body: tree }) }, context);
        expect(read?.text).toBe(printInert(tree).trim());
        expect(read?.text).not.toMatch(/\{[{%]/u);
        expect(JSON.stringify(parseMarkdown(read?.text ?? ''))).not.toContain('"type":"html"');
      }),
    );
  });
});

describe('a file below digests/', () => {
  const file = (...header: readonly string[]): string => lines('---', ...header, '---', '', 'Text.');
  const read = (...header: readonly string[]) => readDigest({ path, text: file(...header) }, context);

  test.each([
    ['without a period', ['title: Our first digest', 'date: 2027-03-01']],
    ['with a period that is none', ['digest: March', 'date: 2027-03-01']],
    ['without a date', ['digest: 2027-W09']],
    ['with a date that is none', ['digest: 2027-W09', 'date: soon']],
    ['with a date that is no day', ['digest: 2027-W09', 'date: 2027-03']],
    ['that is a draft', ['digest: 2027-W09', 'date: 2027-03-01', 'draft: true']],
  ])('%s is no kept digest', (_what, header) => {
    expect(read(...header)).toBeNull();
  });

  test('that people wrote is one as well: what they left out is found elsewhere', () => {
    const text = file('digest: 2027-w09', 'date: 2027-03-01 09:00').replace(
      'Text.',
      'こんにちは、今週のまとめです。',
    );
    expect(readDigest({ path, text }, context)).toEqual({
      id: context.hash(path),
      file: path,
      title: '2027-W09',
      at: '2027-03-01T09:00:00+09:00',
      period: '2027-W09',
      locale: 'ja',
      text: 'こんにちは、今週のまとめです。',
    });
  });

  test.each([
    ['2027-03-01', '2027-03-01T00:00:00+09:00'],
    ['2027-03-01T00:00:00Z', '2027-03-01T00:00:00Z'],
    ['2027-02-30T00:00:00Z', null],
  ])('whose date is %s was made at %s', (date, at) => {
    expect(read('digest: 2027-W09', `date: ${date}`)?.at ?? null).toBe(at);
  });

  test('has no name of its writer’s that could not stand in an address', () => {
    const header = ['digest: 2027-W09', 'date: 2027-03-01'];
    expect(read(...header, 'id: "a b"')?.id).toBe(context.hash(path));
    expect(read(...header, 'id: 5')?.id).toBe(context.hash(path));
    expect(read(...header, 'id: "5"')?.id).toBe('5');
  });

  test('is one there alone', () => {
    expect(readDigest({ path: 'reports/a.md', text: written }, context)).toBeNull();
    expect(readDigest({ path: 'old/digests/a.md', text: written }, context)).toBeNull();
    expect(readDigest({ path: 'digests/2027/a.md', text: written }, context)?.period).toBe('2027-W09');
  });
});
