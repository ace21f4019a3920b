import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createOpenRequest, mayPush, readGitHubApi } from '../../adapters/github/index.ts';

const token = 'ghp_CANARY';
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: unknown;
}

/** Answers what it is given, one after the other, and the last for ever. */
async function serve(answers: readonly (readonly [number, unknown])[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [status, body] = answers[Math.min(asked.length, answers.length - 1)] ?? [500, null];
      const text = Buffer.concat(parts).toString();
      asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: text === '' ? null : JSON.parse(text),
      });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.closeAllConnections());
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    options: { api: `http://127.0.0.1:${port}`, token, address: 'https://github.com/o/r.git' },
  };
}

const request = { branch: 'meetup/abcdefghij', onto: 'main', title: 'Notes: a talk' };
const page = { html_url: 'https://github.com/o/r/pull/7' };

describe('a request to take a branch in', () => {
  test('is opened with the token in a header alone', async () => {
    const { asked, options } = await serve([
      [200, []],
      [201, page],
    ]);
    expect(await createOpenRequest(options)(request)).toBe(page.html_url);
    expect(asked).toEqual([
      {
        method: 'GET',
        path: '/repos/o/r/pulls?state=open&head=o%3Ameetup%2Fabcdefghij&base=main',
        authorization: `Bearer ${token}`,
        body: null,
      },
      {
        method: 'POST',
        path: '/repos/o/r/pulls',
        authorization: `Bearer ${token}`,
        body: { title: 'Notes: a talk', head: 'meetup/abcdefghij', base: 'main' },
      },
    ]);
  });

  test('that is open already is not opened again', async () => {
    const { asked, options } = await serve([[200, [page]]]);
    expect(await createOpenRequest(options)(request)).toBe(page.html_url);
    expect(asked).toHaveLength(1);
  });

  test('that is refused says what GitHub says, and no token', async () => {
    const { options } = await serve([
      [200, []],
      [403, { message: 'Resource not accessible by personal access token' }],
    ]);
    const refused = createOpenRequest(options)(request);
    await expect(refused).rejects.toThrow('GitHub: 403 Resource not accessible by personal access token');
    await expect(refused).rejects.not.toThrow(token);
  });
});

test.each([
  [200, { permissions: { push: true } }, true],
  [200, { permissions: { push: false } }, false],
  [404, { message: 'Not Found' }, false],
] as const)('whether the token may push is what GitHub says (%i %j)', async (status, body, expected) => {
  const { options } = await serve([[status, body]]);
  expect(await mayPush(options)).toBe(expected);
});

test.each([
  [{}, 'https://github.com/o/r', 'https://api.github.com'],
  [{}, 'ssh://git@github.com/o/r.git', 'https://api.github.com'],
  [{}, 'https://git.example.org/o/r', null],
  [
    { GITHUB_API_URL: 'https://ghe.example.org/api/v3/' },
    'https://ghe.example.org/o/r',
    'https://ghe.example.org/api/v3',
  ],
] as const)(
  'the API is where the repository is, or where the environment says: %j %s',
  (env, address, api) => {
    expect(readGitHubApi(env, address)).toBe(api);
  },
);
