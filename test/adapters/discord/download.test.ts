/** Files of messages: from Discord alone, without a token, and only so much. */
import { describe, expect, test } from '@jest/globals';
import { readerOf } from '../../../adapters/discord/download.ts';
import type { Attachment } from '../../../adapters/discord/message/file.ts';
import { usualTiming } from '../../../adapters/discord/timing.ts';
import { logInto } from '../bot.ts';
import { noFiles, noteFetched, says, serveDownloads, textOf } from '../downloads.ts';

const downloads = serveDownloads();
const { address, asked } = downloads;

const read = (file: Partial<Attachment> = {}, most = 10): Promise<Uint8Array | null> =>
  readerOf({
    apiUrl: `${address()}/api`,
    log: logInto([]),
    timing: { ...usualTiming, download: 300, sleep: async () => {} },
  })({ filename: 'a.png', url: `${address()}/a.png?ex=1`, ...file })(most);

describe('a file', () => {
  test('is asked for as it is, and nobody says who asks', async () => {
    downloads.answer = says('0123456789');
    expect(textOf(await read())).toBe('0123456789');
    expect(asked).toMatchObject([{ path: '/a.png?ex=1', headers: { 'accept-encoding': 'identity' } }]);
    expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('authorization');
  });

  test('of which Discord says that it is too large is not asked for', async () => {
    expect([await read({ size: 11 }), asked]).toEqual([null, []]);
  });

  test.each(noFiles)('is none where the answer is %s', async (_what, listener) => {
    downloads.answer = listener;
    expect(await read()).toBeNull();
    expect(asked.length).toBe(1);
  });
});

describe('nobody but Discord is asked', () => {
  const { fetched } = noteFetched();

  test.each([
    'https://example.org/a.png',
    'https://cdn.discordapp.com.example.org/a.png',
    'https://notcdn.discordapp.com/a.png',
    'http://cdn.discordapp.com/a.png',
    'https://cdn.discordapp.com:8443/a.png',
    'https://user@cdn.discordapp.com/a.png',
    'file:///etc/passwd',
    'http://127.0.0.1:1/a.png',
    'not an address',
    '',
  ])('%j is not', async (url) => {
    expect([await read({ url }), fetched]).toEqual([null, []]);
  });

  test.each([
    'https://cdn.discordapp.com/attachments/1/2/a.png?ex=1&is=2&hm=3',
    'https://media.discordapp.net/attachments/1/2/a.png',
  ])('%s is', async (url) => {
    expect(textOf(await read({ url }))).toBe('x');
    expect(fetched).toEqual([url]);
  });
});
