import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { otherHost, plainly, safeUrl } from '../../src/view/safe.ts';

describe('text that leaves', () => {
  test.each([
    ['right-to-left override', 'a\u202egpj.exe', 'agpj.exe'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['zero-width space', 'a\u200bb', 'ab'],
    ['byte order mark', '\ufeffa', 'a'],
    ['escape sequence', '\u001b[31mred', '[31mred'],
    ['C1 control', '\u009b31m', '31m'],
    ['line separator', 'a\u2028b', 'ab'],
    ['carriage return', 'a\rb', 'ab'],
    ['tag characters', 'a\u{e0041}\u{e0042}', 'a'],
  ])('loses a %s', (_name, text, shown) => {
    expect(plainly(text)).toBe(shown);
  });

  test.each(['👩‍👩‍👧', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a\tb\nc', 'サーバー〜', 'کتاب‌ها'])('keeps %s', (text) => {
    expect(plainly(text)).toBe(text);
  });

  test('is the same when made safe twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(plainly(plainly(text))).toBe(plainly(text)),
      ),
    );
  });
});

describe('an address that may be a link', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org', 'http://example.org/'],
    ['https://ｇithub.com', 'https://github.com/'],
    ['https://日本.example', 'https://xn--wgv71a.example/'],
  ])('%s', (url, shown) => {
    expect(safeUrl(url)).toBe(shown);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://open',
    'https://github.com@evil.example',
    '//example.org',
    'example',
    '',
  ])('not %s', (url) => {
    expect(safeUrl(url)).toBeNull();
  });
});

describe('the host of a link', () => {
  test.each([
    ['the slides', 'https://example.org/', null],
    ['example.org/a', 'https://example.org/a', null],
    ['https://EXAMPLE.org', 'https://example.org/', null],
    ['Example.org:8080 ', 'https://example.org:8080/', null],
    ['example.com', 'https://example.org/', 'example.org'],
    ['https://example.org@evil.example', 'https://evil.example/', 'evil.example'],
    ['gіthub.com', 'https://xn--gthub-n2e.com/', 'xn--gthub-n2e.com'],
    ['https://日本.example/', 'https://xn--wgv71a.example/', 'xn--wgv71a.example'],
    ['the slides', 'https://xn--wgv71a.example/', 'xn--wgv71a.example'],
    ['xn--wgv71a.example', 'https://xn--wgv71a.example/', null],
  ])('that says %j and goes to %s is said to be %j', (label, url, shown) => {
    expect(otherHost(label, url)).toBe(shown);
  });
});
