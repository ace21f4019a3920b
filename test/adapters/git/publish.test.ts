import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { gitIn } from '../../git/server.ts';
import { openGitWorld, report } from '../../git/world.ts';
import type { GitWorld } from '../../git/world.ts';

/** A hundred processes take their time where others work, too. */
jest.setTimeout(60_000);

let world: GitWorld;

beforeEach(async () => {
  world = await openGitWorld();
});

afterEach(() => world.close());

const note = '<!-- notes:begin abcdefghij -->\nsaid\n<!-- notes:end abcdefghij 0123456789 -->\n';

describe('what is written into the clone', () => {
  test('is pushed as one commit of the bot that names its note, and nothing else is', async () => {
    const bot = await world.open();
    bot.write('reports/b.md', note);
    bot.write('reports/draft.md', 'not to be published');
    const published = await bot.publish(['reports/b.md']);
    expect(published).toEqual({ status: 'pushed', commit: expect.stringMatching(/^[0-9a-f]{40}$/u) });
    expect(`${world.person.sees('reports/b.md')}\n`).toBe(note);
    expect(world.person.git('ls-tree', '-r', '--name-only', 'origin/main')).toBe(
      'reports/a.md\nreports/b.md',
    );
    expect(world.person.git('log', '-1', '--format=%an|%s|%(trailers)', 'origin/main').trim()).toBe(
      'meetup bot|Notes: a talk|Meetup-Note: abcdefghij',
    );
  });

  test('is published once, however often it is said', async () => {
    const bot = await world.open();
    bot.write('reports/b.md', note);
    const first = await bot.publish(['reports/b.md']);
    expect(await bot.publish(['reports/b.md'])).toEqual(first);
    world.person.git('fetch', '--quiet');
    expect(world.person.git('rev-list', '--count', 'origin/main')).toBe('2');
  });

  test('is gone from the repository when it is gone here', async () => {
    const bot = await world.open();
    bot.write('reports/b.md', note);
    await bot.publish(['reports/b.md']);
    rmSync(`${bot.content}/reports/b.md`);
    await bot.publish(['reports/b.md']);
    expect(() => world.person.sees('reports/b.md')).toThrow(/does not exist/u);
  });

  test('lies in the folder of the repository that is the content', async () => {
    world.person.save('site/reports/a.md', report);
    const bot = await world.open({ folder: 'site' });
    bot.write('reports/b.md', note);
    await bot.publish(['reports/b.md']);
    expect(`${world.person.sees('site/reports/b.md')}\n`).toBe(note);
  });

  test.each([
    ['file', 'kept'],
    ['commit', 'committed'],
  ] as const)('stays here where it is to be a %s, and people are followed', async (as, status) => {
    const bot = await world.open({ as });
    bot.write('reports/a.md', report.replace('last', 'ours'));
    expect(await bot.publish(['reports/a.md'])).toEqual({ status });
    world.person.save('reports/a.md', report.replace('first', 'theirs'));
    expect(await bot.publisher.pull()).toBe(true);
    expect(bot.read('reports/a.md')).toBe(report.replace('first', 'theirs').replace('last', 'ours'));
    expect(world.person.sees('reports/a.md')).not.toContain('ours');
  });

  test('waits while the repository can not be reached, and goes with the next', async () => {
    const bot = await world.open();
    world.server.isDown = true;
    bot.write('reports/b.md', note);
    expect(await bot.publish(['reports/b.md'])).toEqual({
      status: 'later',
      reason: expect.stringContaining('503'),
    });
    expect(await bot.publisher.pull()).toBe(false);
    world.server.isDown = false;
    bot.write('reports/c.md', 'another');
    expect(await bot.publish(['reports/c.md'], { key: 'klmnopqrst' })).toMatchObject({ status: 'pushed' });
    expect(`${world.person.sees('reports/b.md')}\n`).toBe(note);
    expect(world.person.sees('reports/c.md')).toBe('another');
  });
});

describe('a person who is faster', () => {
  test('loses nothing, in another line of the same file', async () => {
    const bot = await world.open();
    bot.write('reports/a.md', report.replace('last', 'ours'));
    world.server.beforePush = () => {
      world.server.beforePush = null;
      world.person.save('reports/a.md', report.replace('first', 'theirs'));
    };
    expect(await bot.publish(['reports/a.md'])).toMatchObject({ status: 'pushed' });
    const both = report.replace('first', 'theirs').replace('last', 'ours');
    expect(`${world.person.sees('reports/a.md')}\n`).toBe(both);
    expect(bot.read('reports/a.md')).toBe(both);
  });

  test('loses nothing in the same line: ours is proposed, and stays here', async () => {
    const bot = await world.open();
    bot.write('reports/a.md', report.replace('last', 'ours'));
    world.person.save('reports/a.md', report.replace('last', 'theirs'));
    expect(await bot.publish(['reports/a.md'])).toEqual({ status: 'proposed', url: 'meetup/abcdefghij' });
    expect(world.person.sees('reports/a.md')).toContain('theirs');
    expect(world.person.sees('reports/a.md', 'meetup/abcdefghij')).toContain('ours');
    expect(bot.read('reports/a.md')).toContain('ours');
  });

  test('deletes the file: it stays deleted there, and the note is proposed', async () => {
    const bot = await world.open();
    bot.write('reports/a.md', report.replace('last', 'ours'));
    world.person.save('reports/b.md', 'b');
    world.person.save('reports/a.md', null);
    expect(await bot.publish(['reports/a.md'])).toMatchObject({ status: 'proposed' });
    expect(world.person.sees('reports/a.md', 'meetup/abcdefghij')).toContain('ours');
    expect(bot.read('reports/a.md')).toContain('ours');
    expect(() => world.person.sees('reports/a.md')).toThrow(/does not exist/u);
  });

  test('renames the file: the note goes where the file went', async () => {
    const bot = await world.open();
    bot.write('reports/a.md', report.replace('last', 'ours'));
    world.person.rename('reports/a.md', 'reports/z.md');
    expect(await bot.publish(['reports/a.md'])).toMatchObject({ status: 'pushed' });
    expect(world.person.sees('reports/z.md')).toContain('ours');
    expect(bot.read('reports/z.md')).toContain('ours');
    expect(() => bot.read('reports/a.md')).toThrow(/ENOENT/u);
  });

  test('changes history: what they took back stays away, and the note is there', async () => {
    world.person.save('reports/secret.md', 'taken back');
    const bot = await world.open();
    bot.write('reports/b.md', note);
    world.server.beforePush = () => {
      world.server.beforePush = null;
      world.person.forcePush('reports/c.md', 'instead');
    };
    expect(await bot.publish(['reports/b.md'])).toMatchObject({ status: 'pushed' });
    expect(world.person.git('ls-tree', '-r', '--name-only', 'origin/main')).not.toContain('secret');
    expect(`${world.person.sees('reports/b.md')}\n`).toBe(note);
    expect(world.person.sees('reports/c.md')).toBe('instead');
    expect(() => bot.read('reports/secret.md')).toThrow(/ENOENT/u);
  });

  test('goes back to an older commit: that is not undone by a push that came later', async () => {
    world.person.save('reports/secret.md', 'taken back');
    const bot = await world.open();
    bot.write('reports/b.md', note);
    world.server.beforePush = () => {
      world.server.beforePush = null;
      gitIn(world.server.repository, 'update-ref', 'refs/heads/main', 'main^');
    };
    expect(await bot.publish(['reports/b.md'])).toMatchObject({ status: 'pushed' });
    expect(`${world.person.sees('reports/b.md')}\n`).toBe(note);
    expect(world.person.git('ls-tree', '-r', '--name-only', 'origin/main')).not.toContain('secret');
  });

  test('is faster for ever: then it is proposed', async () => {
    const bot = await world.open();
    bot.write('reports/b.md', note);
    let times = 0;
    world.server.beforePush = () => {
      if (times++ < 5) world.person.save('reports/a.md', `${report}${times}\n`);
    };
    expect(await bot.publish(['reports/b.md'])).toEqual({ status: 'proposed', url: 'meetup/abcdefghij' });
    expect(`${world.person.sees('reports/b.md', 'meetup/abcdefghij')}\n`).toBe(note);
    expect(bot.read('reports/a.md')).toContain('5');
  });

  test('is not disturbed by what waits to be accepted, and what they accept is not asked for again', async () => {
    const bot = await world.open({ as: 'pull-request' });
    bot.write('reports/b.md', note);
    expect(await bot.publish(['reports/b.md'])).toMatchObject({ status: 'proposed' });
    world.person.save('reports/a.md', 'theirs\n');
    expect(await bot.publisher.pull()).toBe(true);
    expect(bot.read('reports/b.md')).toBe(note);
    expect(bot.read('reports/a.md')).toBe('theirs\n');
    world.person.git('fetch', '--quiet');
    world.person.git('reset', '--quiet', '--hard', 'origin/main');
    world.person.git('merge', '--quiet', '--no-edit', 'origin/meetup/abcdefghij');
    world.person.git('push', '--quiet', 'origin', 'main');
    expect(await bot.publisher.pull()).toBe(true);
    expect(gitIn(bot.content, 'rev-parse', 'HEAD')).toBe(world.person.git('rev-parse', 'HEAD'));
    expect(bot.read('reports/b.md')).toBe(note);
  });

  test('protects the branch: then it is proposed, once', async () => {
    const bot = await world.open();
    const hook = '#!/bin/sh\n[ "$1" = refs/heads/main ] && { echo protected >&2; exit 1; }\nexit 0\n';
    writeFileSync(`${world.server.repository}/hooks/update`, hook, { mode: 0o755 });
    bot.write('reports/b.md', note);
    const published = await bot.publish(['reports/b.md']);
    expect(published).toEqual({ status: 'proposed', url: 'meetup/abcdefghij' });
    expect(await bot.publish(['reports/b.md'])).toEqual(published);
    bot.write('reports/b.md', note.replace('said', 'said more'));
    expect(await bot.publish(['reports/b.md'])).toEqual(published);
    expect(world.person.sees('reports/b.md', 'meetup/abcdefghij')).toContain('said more');
    expect(world.person.git('branch', '--remotes')).not.toContain('abcdefghij-2');
  });

  test('works on the branch of a proposal: it is theirs then, and another is made', async () => {
    const bot = await world.open({ as: 'pull-request' });
    bot.write('reports/b.md', note);
    await bot.publish(['reports/b.md']);
    world.person.git('fetch', '--quiet');
    world.person.git('checkout', '--quiet', '-b', 'ours', 'origin/meetup/abcdefghij');
    world.person.git('commit', '--quiet', '--allow-empty', '-m', 'A word of mine');
    world.person.git('push', '--quiet', 'origin', 'ours:meetup/abcdefghij');
    bot.write('reports/b.md', note.replace('said', 'said more'));
    expect(await bot.publish(['reports/b.md'])).toEqual({ status: 'proposed', url: 'meetup/abcdefghij-2' });
    world.person.git('fetch', '--quiet');
    expect(world.person.git('log', '-1', '--format=%s', 'origin/meetup/abcdefghij')).toBe('A word of mine');
  });

  test('saves a file that is being written here: both wait for each other', async () => {
    const bot = await world.open();
    bot.write('reports/a.md', report.replace('last', 'ours'));
    world.person.save('reports/a.md', report.replace('first', 'theirs'));
    expect(await bot.publisher.pull()).toBe(false);
    expect(bot.read('reports/a.md')).toBe(report.replace('last', 'ours'));
    expect(await bot.publish(['reports/a.md'])).toMatchObject({ status: 'pushed' });
    expect(bot.read('reports/a.md')).toBe(report.replace('first', 'theirs').replace('last', 'ours'));
  });
});
