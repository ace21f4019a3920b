import { describe, expect, test } from '@jest/globals';
import { decode } from '../../adapters/files/decode.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const utf16le = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('the encoding', () => {
  test('UTF-8 is read as it is, without its byte order mark, NUL and U+FFFD in it kept', () => {
    const text = 'a\0b \uFFFD 勉強会\r\n';
    expect(decode(utf8(`\uFEFF${text}`))).toEqual({ text, problems: [] });
  });

  test('an empty file is an empty text', () => {
    expect(decode(utf8(''))).toEqual({ text: '', problems: [] });
  });

  const text = '第1回 Docker勉強会のメモ\n';
  test.each([
    ['utf-16le', utf16le(text)],
    ['utf-16be', utf16le(text).swap16()],
    ['shift_jis', bytes('91e6 31 89f1 20 446f636b6572 95d7 8bad 89ef 82cc 8381 8382 0a')],
    ['euc-jp', bytes('c2e8 31 b2f3 20 446f636b6572 cad9 b6af b2f1 a4ce a5e1 a5e2 0a')],
  ])('%s is recognised and named', (encoding, content) => {
    const problems = [{ line: 1, code: 'encoding', detail: encoding }];
    expect(decode(content)).toEqual({ text, problems });
  });

  test.each([
    ['stray bytes in an ASCII text', bytes('61 0a 62 a6a6 63'), 'a\nb\uFFFD\uFFFDc', 2],
    ['Latin-1', bytes('43 61 66 e9 0a'), 'Caf\uFFFD\n', 1],
    ['Latin-1 that would be a kanji', bytes('416e6472 e9 73'), 'Andr\uFFFDs', 1],
    ['a cut character in a Japanese text', utf8('勉強会の話').subarray(0, -1), '勉強会の\uFFFD', 1],
  ])('%s is replaced, and the first such line named', (_, content, repaired, line) => {
    const problems = [{ line, code: 'encoding', detail: '' }];
    expect(decode(content)).toEqual({ text: repaired, problems });
  });
});
