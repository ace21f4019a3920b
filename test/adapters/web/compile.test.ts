/** Trees as HTML: only what we know how to show, and links that go where they say. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { siteOf } from '../../../adapters/web/address.ts';
import { compile } from '../../../adapters/web/compile.ts';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import { bullets, item, link, paragraph, root, text, time } from '../../../src/view/build.ts';
import { xss } from '../../fixtures/xss.ts';
import { strange } from './strange.ts';

const site = siteOf({ host: '127.0.0.1', port: 0, publicUrl: null }, 3000);
const reader = { site, locale: 'en', zone: 'Asia/Tokyo' } as const;

const html = (tree: Root): string => compile(tree, reader).toString();
const inline = (...parts: readonly (PhrasingContent | string)[]): string =>
  html(root(paragraph(...parts))).replace(/^<p>|<\/p>$/g, '');

describe('a link', () => {
  test.each([
    ['https://example.org/a?b&c', '<a href="https://example.org/a?b&#x26;c" rel="noopener">words</a>'],
    ['http://127.0.0.1:3000/reports/x#y', '<a href="/reports/x#y">words</a>'],
    ['http://127.0.0.1:3000', '<a href="/">words</a>'],
    ['http://127.0.0.1:30001/', '<a href="http://127.0.0.1:30001/" rel="noopener">words</a>'],
    // As a path it would be another host.
    [
      'http://127.0.0.1:3000//evil.example/',
      '<a href="http://127.0.0.1:3000//evil.example/" rel="noopener">words</a>',
    ],
    ['javascript:alert(1)', 'words'],
    ['data:text/html,x', 'words'],
    ['slack://open', 'words'],
    ['//evil.example', 'words'],
    ['https://github.com@evil.example', 'words'],
  ])('to %s', (url, shown) => {
    expect(inline(link(url, 'words'))).toBe(shown);
  });

  test.each([
    ['github.com/x', 'https://github.com/x', 'github.com/x'],
    ['github.com/x', 'https://evil.example/', 'github.com/x (evil.example)'],
    [
      'https://github.com@evil.example/',
      'https://evil.example/',
      'https://github.com@evil.example/ (evil.example)',
    ],
    ['https://gіthub.com', 'https://gіthub.com', 'https://gіthub.com (xn--gthub-n2e.com)'],
    ['the code', 'https://gіthub.com', 'the code (xn--gthub-n2e.com)'],
    ['', 'https://example.org/', 'https://example.org/'],
    ['\u202e', 'https://example.org/', 'https://example.org/'],
  ])('that says %j and goes to %s is shown as %j', (label, url, shown) => {
    expect(inline(link(url, label))).toContain(`>${shown}</a>`);
  });

  test('to our own pages keeps the language that was chosen', () => {
    const chosen = (url: string): string =>
      compile(root(paragraph(link(url, 'x'))), { ...reader, chosen: 'en' }).toString();
    expect(chosen('http://127.0.0.1:3000/search?q=a#b')).toContain('href="/search?q=a&#x26;lang=en#b"');
    expect(chosen('https://example.org/')).toContain('href="https://example.org/"');
  });

  test('has its whole address for those who read elsewhere', () => {
    const elsewhere = compile(root(paragraph(link(`${site.base}/reports`, 'x'))), { ...reader, site: null });
    expect(elsewhere.toString()).toContain('href="http://127.0.0.1:3000/reports"');
  });

  test('is never inside another', () => {
    const picture = '[![a deck](https://example.org/a.png)](https://example.org/deck)';
    expect(html(parseMarkdown(picture))).toBe(
      '<p><a href="https://example.org/deck" rel="noopener">a deck</a></p>',
    );
  });

  test('by a reference is as safe as any other', () => {
    expect(html(parseMarkdown('[a] ![b][a]\n\n[a]: javascript:x'))).toBe('<p>a b</p>');
    expect(html(parseMarkdown('![b][a]\n\n[a]: https://example.org/'))).toBe(
      '<p><a href="https://example.org/" rel="noopener">b</a></p>',
    );
  });
});

describe('a tree', () => {
  test('loses raw HTML and characters that only disguise', () => {
    const raw = { type: 'html', value: '<script>x</script>' } as const;
    expect(html(root(paragraph('a', raw), raw))).not.toContain('script');
    expect(inline('a\u202eb\u200b\u0000c')).toBe('abc');
    expect(html(parseMarkdown('`a\u202eb`\n\n```\n\u202ec\n```'))).not.toContain('\u202e');
  });

  test('shows pictures as links: nobody learns who reads here', () => {
    expect(html(parseMarkdown('![a hall](https://example.org/a.png) ![](https://example.org/b.png)'))).toBe(
      '<p><a href="https://example.org/a.png" rel="noopener">a hall</a> <a href="https://example.org/b.png" rel="noopener">picture</a></p>',
    );
  });

  test('keeps the paragraphs of an item apart, and says what is done', () => {
    expect(html(root(bullets([item(paragraph('a'), paragraph('b')), item(paragraph('c'))])))).toBe(
      '<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>',
    );
    expect(html(parseMarkdown('- [x] done\n- [ ] not'))).toBe('<ul>\n<li>☑ done</li>\n<li>☐ not</li>\n</ul>');
  });

  test('has tables that scroll by themselves, aligned by style alone', () => {
    const table = html(parseMarkdown('| a | b |\n| - | -: |\n| 1 | 2 |'));
    expect(table).toContain('<section tabindex="0" class="wide" aria-label="table"><table>');
    expect(table).toContain('<td class="to-right">2</td>');
    expect(table).not.toContain('align=');
  });

  test('shows instants in the reader’s zone, and says them to machines', () => {
    const start = time('2027-03-10T19:00:00+09:00', 'Asia/Tokyo', 'moment');
    expect(inline(start)).toBe('<time datetime="2027-03-10T19:00:00+09:00">Wed, 10 Mar 2027, 19:00</time>');
  });

  test('keeps the footnotes of several trees on a page apart', () => {
    const note = parseMarkdown('a[^1]\n\n[^1]: b');
    const ids = ['x-', 'y-'].flatMap((prefix) =>
      [
        ...compile(note, reader, prefix)
          .toString()
          .matchAll(/ id="(note[^"]+)"/g),
      ].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(4);
  });
});

describe('hostile text', () => {
  test.each(xss)('%j has nothing to run', (attack) => {
    expect(strange(html(parseMarkdown(attack)))).toEqual([]);
    expect(strange(html(root(paragraph(attack, link('https://example.org/', attack)))))).toEqual([]);
  });

  test('of any kind is only what we know how to show', () => {
    const piece = fc.oneof(
      fc.constantFrom(...xss),
      fc.constantFrom(
        '\n',
        '\n\n',
        '> ',
        '- ',
        '| a |\n| - |\n| ',
        '[',
        '](',
        ')',
        '![',
        '`',
        '```\n',
        '<',
        '&#x',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(strange(html(parseMarkdown(pieces.join(''))))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in a name that someone is called by is text', () => {
    const mention: PhrasingContent = { type: 'mention', of: 'person', id: 'U1', name: '<img src=x>\u202e' };
    expect(inline(mention, text(' '))).toContain('@&#x3C;img src=x></span>');
  });
});
