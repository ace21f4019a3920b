import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openPublisher } from '../../../adapters/git/index.ts';
import { gitIn, token } from '../../git/server.ts';
import { openGitWorld, report } from '../../git/world.ts';
import type { GitWorld } from '../../git/world.ts';

jest.setTimeout(60_000);

let world: GitWorld;
let canary: string;

beforeEach(async () => {
  world = await openGitWorld();
  canary = join(world.data, 'canary');
});

afterEach(() => world.close());

const opening = (git: string, branch: string | null = null) =>
  openPublisher({
    setting: { git, branch, folder: '', as: 'push' },
    folder: join(world.data, 'other'),
    token,
    openRequest: null,
    failed: () => undefined,
  });

describe('nothing that git is told runs anything', () => {
  test.each([
    (file: string) => `--upload-pack=touch ${file}`,
    (file: string) => `ext::sh -c touch% ${file}`,
    (file: string) => `https://-x/$(touch ${file})`,
    (file: string) => `ssh://-oProxyCommand=touch%20${file}/r`,
    (file: string) => `file://${file}`,
    () => 'https://user:secret@127.0.0.1/r',
  ])('no address (%#)', async (address) => {
    await expect(opening(address(canary))).rejects.toMatchObject({ code: 'git-address' });
    expect(existsSync(canary)).toBe(false);
  });

  test('a repository of this machine is reached without encryption in tests alone', async () => {
    await expect(opening(world.server.address)).rejects.toMatchObject({ code: 'git-address' });
  });

  test.each(['--force', '-c', 'a..b', 'HEAD:x'])('no branch: %s', async (branch) => {
    await expect(world.open({ branch })).rejects.toMatchObject({ code: 'git-branch' });
  });

  test.each([':!reports', '--force', ':(glob)**', '-x', 'a\nb.md', '日本 語.md'])(
    'no name of a file: %j',
    async (name) => {
      const bot = await world.open();
      bot.write(name, 'a note');
      bot.write('draft.md', 'not to be published');
      expect(await bot.publish([name])).toMatchObject({ status: 'pushed' });
      expect(world.person.sees(name)).toBe('a note');
      expect(() => world.person.sees('draft.md')).toThrow(/does not exist/u);
    },
  );

  test('no title: it is one line of a message', async () => {
    const bot = await world.open();
    bot.write('reports/b.md', 'b');
    await bot.publish(['reports/b.md'], { title: '--amend\n\nMeetup-Note: of somebody else' });
    world.person.git('fetch', '--quiet');
    expect(world.person.git('log', '-1', '--format=%B', 'origin/main').trim()).toBe(
      '--amend Meetup-Note: of somebody else\n\nMeetup-Note: abcdefghij',
    );
  });

  test('no key that is none', async () => {
    const bot = await world.open();
    expect(await bot.publish([], { key: '../x --force' })).toMatchObject({ status: 'later' });
    expect(world.failures.splice(0)).toHaveLength(1);
  });
});

describe('nothing that a repository holds runs anything', () => {
  test('no hook, filter, submodule or link', async () => {
    world.person.save('.gitattributes', '*.md filter=canary\n');
    world.person.save('.gitmodules', `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% ${canary}\n`);
    const { person } = world;
    person.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},x`);
    const link = join(person.folder, 'link.md');
    symlinkSync('/etc/passwd', link);
    person.git('add', 'link.md');
    person.git('commit', '--quiet', '-m', 'Traps');
    person.git('push', '--quiet', 'origin', 'main');
    const bot = await world.open();
    const hooks = join(bot.content, '.git', 'hooks');
    mkdirSync(hooks, { recursive: true });
    for (const name of [
      'pre-push',
      'reference-transaction',
      'post-checkout',
      'pre-commit',
      'post-index-change',
    ])
      writeFileSync(join(hooks, name), `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 });
    bot.write('reports/b.md', 'b');
    expect(await bot.publish(['reports/b.md'])).toMatchObject({ status: 'pushed' });
    expect(await bot.publisher.pull()).toBe(true);
    expect(existsSync(canary)).toBe(false);
    expect(bot.read('link.md')).toBe('/etc/passwd');
    person.git('fetch', '--quiet');
    expect(person.git('ls-tree', 'origin/main', 'x', 'link.md')).toMatch(/^120000 .*\n160000 /u);
  });

  test.each(['[filter "canary"]\n\tclean = touch x\n', '[core]\n\tfsmonitor = touch x\n'])(
    'a configuration that somebody else wrote is not used: %j',
    async (lines) => {
      const { content } = await world.open();
      appendFileSync(join(content, '.git', 'config'), lines);
      await expect(world.open()).rejects.toMatchObject({ code: 'git-foreign' });
    },
  );

  test('a clone that somebody else put there is not used', async () => {
    gitIn(world.data, 'clone', '--quiet', world.server.repository, 'clone');
    await expect(world.open()).rejects.toMatchObject({ code: 'git-foreign' });
  });

  test('a clone of another user is not used', async () => {
    await world.open();
    const mine = jest.spyOn(process, 'getuid').mockReturnValue(4_000_000);
    await expect(world.open()).rejects.toMatchObject({ code: 'git-owner' });
    mine.mockRestore();
  });
});

test('the token stands in no file, address, message or error', async () => {
  const bot = await world.open();
  bot.write('reports/b.md', 'b');
  await bot.publish(['reports/b.md']);
  world.server.isDown = true;
  bot.write('reports/b.md', 'c');
  const later = await bot.publish(['reports/b.md']);
  expect(JSON.stringify(later)).not.toContain(token);
  expect(gitIn(bot.content, 'remote', '-v')).not.toContain(token);
  const files = readdirSync(world.data, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(world.data, name),
  );
  const kept = files.filter((file) => statSync(file).isFile());
  expect(kept.length).toBeGreaterThan(10);
  for (const file of kept) expect(readFileSync(file).includes(token)).toBe(false);
});

test('a token that is refused is said without it', async () => {
  await expect(world.open({}, { token: 'ghp_WRONGwrong' })).rejects.toMatchObject({
    code: 'git-clone',
    facts: { reason: expect.not.stringContaining('WRONG') },
  });
});

test('locks that a kill left are taken away once they are old, and no others', async () => {
  const { content } = await world.open();
  const [old, young] = ['index.lock', 'HEAD.lock'].map((name) => join(content, '.git', name)) as [
    string,
    string,
  ];
  writeFileSync(old, '');
  writeFileSync(young, '');
  const before = new Date(Date.now() - 11 * 60_000);
  utimesSync(old, before, before);
  await world.open();
  expect([old, young].map((file) => existsSync(file))).toEqual([false, true]);
});

test('files that a kill left as they were to be are found so', async () => {
  const bot = await world.open();
  world.person.save('reports/a.md', report.replace('first', 'theirs'));
  bot.write('reports/a.md', report.replace('first', 'theirs'));
  expect(await bot.publisher.pull()).toBe(true);
  expect(gitIn(bot.content, 'rev-parse', 'HEAD')).toBe(world.person.git('rev-parse', 'HEAD'));
});
