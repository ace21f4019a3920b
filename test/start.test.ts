/** `start`: the process that stays. It serves, follows its folder, and ends when it is asked to. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { rawClient } from './adapters/web/raw.ts';
import { startBot, untilRefused } from './bot-process.ts';
import type { BotProcess } from './bot-process.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'meetup-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

let data: string;
let bots: BotProcess[];
let tests = 0;

beforeEach(() => {
  data = join(folder, String((tests += 1)));
  bots = [];
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map(({ ended }) => ended));
});

function start(env: NodeJS.ProcessEnv = {}, args: readonly string[] = []): BotProcess {
  const bot = startBot({ MEETUP_DATA: data, ...env }, args);
  bots.push(bot);
  return bot;
}

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

describe('start', () => {
  test('serves, and ends with 0 when it is asked to', async () => {
    const bot = start();
    const url = await bot.url;
    expect(await textOf(`${url}/readyz`)).toBe('{"status":"ok"}');
    expect(await textOf(`${url}/reports?lang=en`)).toContain('Docker Meetup Tokyo #6');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect([bot.said(), bot.complaints()]).toEqual([
      `Open ${url}/ in a browser and talk to the bot. Ctrl-C stops it.\n`,
      '',
    ]);
  });

  test('says to machines where it is with --json', async () => {
    const bot = start({}, ['--json']);
    const url = await bot.url;
    expect(JSON.parse(bot.said())).toEqual({ url, playground: true });
  });

  test('finds what was saved a moment ago, and no longer what was deleted, within two seconds', async () => {
    const content = join(folder, 'live');
    mkdirSync(content);
    writeFileSync(join(content, 'a.md'), '# Whale Night #1\n\nNothing yet.\n');
    const bot = start({}, ['--content', content]);
    const reports = `${await bot.url}/reports`;
    writeFileSync(join(content, 'b.md'), '# Whale Night #2\n\n## Gigantolith by @hanako\n\nA talk.\n');
    expect(await msUntil(reports, (page) => page.includes('Whale Night #2'))).toBeLessThan(2000);
    rmSync(join(content, 'b.md'));
    expect(await msUntil(reports, (page) => !page.includes('Whale Night #2'))).toBeLessThan(2000);
  });

  /** Asks again and again until the answer is right; returns how long that took. */
  const msUntil = async (url: string, isRight: (page: string) => boolean): Promise<number> => {
    const began = performance.now();
    while (!isRight(await textOf(url)));
    return performance.now() - began;
  };

  test('feeds the newest of more reports than may wait for the search thread at once', async () => {
    const content = join(folder, 'many');
    mkdirSync(content);
    for (let day = 1; day <= 60; day += 1)
      writeFileSync(
        join(content, `${day}.md`),
        `---\ndate: ${new Date(Date.UTC(2020, 0, day)).toISOString()}\n---\n# Night ${day}\n`,
      );
    const bot = start({}, ['--content', content]);
    const url = await bot.url;
    const feed = await fetch(`${url}/feed.xml`);
    expect(feed.status).toBe(200);
    expect((await feed.text()).match(/<entry /g)).toHaveLength(50);
  });

  test('begins with the sample where the content lies in its own data folder, and never again', async () => {
    const content = join(data, 'content');
    const first = start({ MEETUP_CONTENT: content });
    expect(await textOf(`${await first.url}/reports`)).toContain('Docker Meetup Tokyo #6');
    first.process.kill('SIGTERM');
    await first.ended;
    rmSync(content, { recursive: true });
    mkdirSync(content);
    const again = start({ MEETUP_CONTENT: content });
    expect(await textOf(`${await again.url}/reports`)).not.toContain('Docker');
  });

  test('refuses to run twice on one data folder, and says what to do', async () => {
    await start().url;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.complaints()).toContain('MEETUP_DATA');
  });

  test('says which port is taken, and how to take another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const bot = start({ PORT: String(port) });
    expect(await bot.ended).toBe(1);
    expect(bot.complaints()).toBe(
      `Another program uses port ${port}. Stop it, or choose another port: PORT=3001 npm start\n`,
    );
    other.close();
  });

  test.each([
    [{ PORT: '3000x' }, 'PORT'],
    [{ PUBLIC_URL: 'meetup' }, 'PUBLIC_URL'],
    [{ HOST: '192.0.2.1' }, 'HOST'],
    [{ MEETUP_CONTENT: 'no-such-folder' }, 'MEETUP_CONTENT'],
  ])('ends with 78 for %j, and says what to do', async (env, word) => {
    const bot = start(env);
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toContain(word);
  });
});

describe('being asked to stop', () => {
  test('while it still reads its reports, it lives, is not ready, and ends with 0', async () => {
    const content = join(folder, 'large');
    mkdirSync(content);
    for (let index = 0; index < 3000; index += 1)
      writeFileSync(
        join(content, `${index}.md`),
        `# Night ${index}\n\n## Talk ${index} by @hanako\n\nWords.\n`,
      );
    const port = await freePort();
    const bot = start({ PORT: String(port) }, ['--content', content]);
    expect(await statuses(port)).toEqual([200, 503]);
    const began = performance.now();
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('a second time, it ends at once, whoever is still being served', async () => {
    const bot = start();
    const url = await bot.url;
    const client = await rawClient(Number(new URL(url).port), 'GET / HTTP/1.1\r\n');
    bot.process.kill('SIGTERM');
    await untilRefused(url);
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(143);
    await client.closed;
  });

  test('by a closed terminal or Ctrl-C is the same', async () => {
    for (const signal of ['SIGHUP', 'SIGINT'] as const) {
      const bot = start();
      await bot.url;
      bot.process.kill(signal);
      expect(await bot.ended).toBe(0);
    }
  });

  const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
  };

  /** Of `/healthz` and `/readyz`, as soon as the port is open. */
  const statuses = async (port: number): Promise<number[]> => {
    for (;;)
      try {
        const answers = ['healthz', 'readyz'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`));
        return (await Promise.all(answers)).map(({ status }) => status);
      } catch {
        // Not open yet: the test's own time limit ends it.
      }
  };
});
