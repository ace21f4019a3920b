import { expect, test } from '@jest/globals';
import { assetPath, kindOf } from '../../src/note/asset.ts';

const bytes = (latin: string): Uint8Array => Uint8Array.from(latin, (sign) => sign.codePointAt(0) ?? 0);

test.each([
  ['\u0089PNG\r\n\u001a\n', 'png', true],
  ['\u00ff\u00d8\u00ff\u00e0', 'jpg', true],
  ['GIF87a', 'gif', true],
  ['GIF89a', 'gif', true],
  ['RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'webp', true],
  ['%PDF-1.7', 'pdf', false],
])('%j begins a file that is kept as %s', (latin, ext, isImage) => {
  expect(kindOf(bytes(latin))).toEqual({ ext, isImage });
});

test.each([
  '',
  '\u0089PN',
  'RIFF\u0001\u0002\u0003\u0004WAVE',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<!doctype html>',
  'PK\u0003\u0004',
  '\u001f\u008b\u0008',
  ' %PDF-1.7',
  '<?xml version="1.0"?>',
  'MZ',
])('%j begins nothing that is kept', (latin) => {
  expect(kindOf(bytes(latin))).toBeNull();
});

test('its name says nothing but what is in it', () => {
  expect(assetPath('ab12cd34ef', 'png')).toBe('assets/ab12cd34ef.png');
});
