/** Files that are fetched with the bot's token: from Slack alone, only so much, and never what is something else. */
import { describe, expect, test } from '@jest/globals';
import { readerOf } from '../../../adapters/slack/download.ts';
import type { File } from '../../../adapters/slack/message/file.ts';
import { usualTiming } from '../../../adapters/slack/timing.ts';
import { logInto } from '../bot.ts';
import { noFiles, noteFetched, says, serveDownloads, textOf } from '../downloads.ts';

const downloads = serveDownloads();
const { address, asked } = downloads;

const read = (file: Partial<File> = {}, most = 10): Promise<Uint8Array | null> =>
  readerOf({
    token: 'xoxb-secret',
    apiUrl: `${address()}/api/`,
    log: logInto([]),
    timing: { ...usualTiming, download: 300, sleep: async () => {} },
  })({ name: 'a.png', mode: 'hosted', url_private: `${address()}/a.png`, ...file })(most);

describe('a file', () => {
  test('is asked for with the token, as it is', async () => {
    downloads.answer = says('0123456789');
    expect(textOf(await read())).toBe('0123456789');
    expect(asked).toMatchObject([
      { path: '/a.png', headers: { authorization: 'Bearer xoxb-secret', 'accept-encoding': 'identity' } },
    ]);
  });

  test('is the one to be downloaded, where Slack has another to be shown', async () => {
    downloads.answer = says('x');
    await read({ url_private_download: `${address()}/download/a.png` });
    expect(asked.map(({ path }) => path)).toEqual(['/download/a.png']);
  });

  test('of which Slack says that it is too large is not asked for', async () => {
    expect([await read({ size: 11 }), asked]).toEqual([null, []]);
  });

  test.each([
    ...noFiles,
    ['a page', says('<html>', { 'Content-Type': 'text/html; charset=utf-8' })] as const,
  ])('is none where the answer is %s', async (_what, listener) => {
    downloads.answer = listener;
    expect(await read()).toBeNull();
    expect(asked.length).toBe(1);
  });
});

describe('nobody but Slack is shown the token', () => {
  const { fetched } = noteFetched();

  test.each([
    'https://example.org/a.png',
    'https://slack.com.example.org/a.png',
    'https://notslack.com/a.png',
    'http://files.slack.com/a.png',
    'https://files.slack.com:8443/a.png',
    'https://user@files.slack.com/a.png',
    'file:///etc/passwd',
    'http://127.0.0.1:1/a.png',
    'not an address',
  ])('%s is not asked', async (url) => {
    expect([await read({ url_private: url }), fetched]).toEqual([null, []]);
  });

  test.each(['https://files.slack.com/files-pri/T1-F1/a.png', 'https://x.slack-files.com/a'])(
    '%s is',
    async (url) => {
      expect(textOf(await read({ url_private: url }))).toBe('x');
      expect(fetched).toEqual([url]);
    },
  );
});

test.each<Partial<File>>([
  { mode: 'external' },
  { mode: 'post' },
  { mode: 'tombstone' },
  { is_external: true },
  { url_private: undefined as never },
])('%j lies elsewhere', async (file) => {
  downloads.answer = says('x');
  expect([await read(file), asked]).toEqual([null, []]);
});
