/** `start` where the community's repository is the folder: cloned over https, followed, and what is collected is pushed to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { browse } from './adapters/web/browsing.ts';
import { startBot } from './bot-process.ts';
import type { BotProcess } from './bot-process.ts';
import { makeCertificate, makesCertificates } from './git/certificate.ts';
import { startGitServer, token } from './git/server.ts';
import type { GitServer } from './git/server.ts';
import { createPerson } from './git/world.ts';
import type { Person } from './git/world.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

// Skipped where openssl is missing: nothing else makes the certificate of the server.
const where = makesCertificates ? describe : describe.skip;

where('a community that shares a repository (skipped where openssl is missing)', () => {
  let folder: string;
  let server: GitServer;
  let person: Person;
  let bots: BotProcess[];
  let believed: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meetup-git-'));
    const certificate = makeCertificate();
    believed = certificate.file;
    server = await startGitServer(certificate);
    person = createPerson(server);
    person.save('posts/2026-10-01-night.md', '# Whale Night #1\n\n## Gigantolith by @hanako\n\nA talk.\n');
    const publish = `publish: { git: "${server.address}", folder: posts }`;
    writeFileSync(
      join(folder, 'community.md'),
      `---\nname: Whales\n${publish}\nnotes: { consent: told }\n---\n`,
    );
    bots = [];
  });
  /** Whatever a test came to, nothing of it runs on. */
  afterEach(async () => {
    for (const bot of bots) bot.process.kill('SIGKILL');
    await Promise.all(bots.map(({ ended }) => ended));
    await server.close();
    rmSync(folder, { recursive: true });
    rmSync(dirname(believed), { recursive: true });
  });

  function start(env: NodeJS.ProcessEnv = {}): BotProcess {
    const given = { MEETUP_CONTENT: folder, MEETUP_DATA: join(folder, 'data'), GITHUB_TOKEN: token };
    const bot = startBot({ ...given, GIT_SSL_CAINFO: believed, ...env });
    bots.push(bot);
    return bot;
  }

  async function stop(bot: BotProcess): Promise<void> {
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.said() + bot.complaints()).not.toContain(token);
  }

  const reportsAt = async (url: string): Promise<string> => (await fetch(`${url}/reports?lang=en`)).text();

  test('is cloned, searched, written to and followed, and what is cloned needs no server', async () => {
    const first = start();
    const url = await first.url;
    expect(await reportsAt(url)).toContain('Whale Night #1');
    const room = browse(url);
    const { messages } = await room.say('/chat/general?as=taro&lang=en', 'Caches of BuildKit');
    const thread = `/chat/general/thread/${messages.at(-1)?.id.slice(1)}?as=taro&lang=en`;
    const look = await room.say(thread, '@meetup collect');
    const save = look.messages.at(-1)?.buttons.find(({ label }) => label === 'Save');
    if (save === undefined) throw new Error('there is nothing to save');
    await room.press(save);
    person.git('fetch', '--quiet');
    const [path = ''] = person.git('diff', '--name-only', 'HEAD', 'origin/main').split('\n');
    expect(path).toMatch(/^posts\/reports\/.*\.md$/u);
    expect(person.sees(path)).toContain('Caches of BuildKit');
    await stop(first);
    person.save('posts/2026-11-01-night.md', '# Whale Night #2\n\nA night.\n');
    const again = start();
    const page = await reportsUntil(await again.url, 'Whale Night #2');
    expect(page).toContain('Caches of BuildKit');
    await stop(again);
    server.isDown = true;
    const alone = start();
    expect(await reportsAt(await alone.url)).toContain('Whale Night #2');
    await stop(alone);
  });

  /** Asks again and again: what people pushed is taken in at the first round. */
  async function reportsUntil(url: string, text: string): Promise<string> {
    for (;;) {
      const page = await reportsAt(url);
      if (page.includes(text)) return page;
    }
  }

  test('is not taken from a server that nobody vouches for', async () => {
    const bot = start({ GIT_SSL_CAINFO: undefined });
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toMatch(/could not be cloned \(.*certificate/iu);
    expect(bot.complaints()).not.toContain(token);
  });
});
