/**
 * Builds the image and runs it as compose.yaml says, with the parts of an engine alone: buildah builds, runc runs.
 *   npm run container                   on a stand-in for the official base image
 *   npm run container -- BASE_IMAGE     on one that buildah has
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { generate } from '../bench/generate.ts';
import { standIn } from './base.ts';
import { attempt } from './command.ts';
import { startContainer } from './container.ts';
import type { Running } from './container.ts';
import { project } from './file.ts';
import { buildImage } from './image.ts';
import { browse, page, waitFor } from './visit.ts';
import { createVolume, filesIn } from './volume.ts';
import type { Volume } from './volume.ts';

const tools = ['buildah', 'debootstrap', 'runc'];
if (process.getuid?.() !== 0 || tools.some((tool) => attempt('which', tool).code !== 0)) {
  console.error(
    `Building and running a container needs root on Debian, and its packages ${tools.join(', ')}.`,
  );
  process.exit(1);
}

const MiB = 1024 * 1024;

/** Milliseconds in which the bot has ended when it is asked to. */
const patience = 10_000;

const usual = { uid: 1000, gid: 1000 };
const users = [
  { who: 'user 1000, as the image wants it', user: usual },
  { who: 'any user of group 0, as OpenShift wants it', user: { uid: 1_000_580_000, gid: 0 } },
];

const image = buildImage(process.argv[2] ?? standIn());
const inMiB = (bytes: number): string => `${(bytes / MiB).toFixed()} MiB`;
/** Pages of files that the system may drop again count for the most that it ever took. */
const inMemory = (bot: Running): string => {
  const { resident, most } = bot.memory();
  return `${inMiB(resident)} resident, at most ${inMiB(most)} with its files and its health check`;
};

const figures: Record<string, string> = {
  image: `${inMiB(image.size.all)}, of which the bot and its packages ${inMiB(image.size.own)}`,
};
after(() => {
  image.remove();
  console.table(figures);
});

describe('the image', () => {
  test('kept what its recipe says of how it runs', () => {
    const { User, Entrypoint, Healthcheck } = image.config;
    assert.equal(User, '1000');
    assert.equal(Entrypoint[0], 'node');
    assert.equal(Healthcheck.Test[0], 'CMD');
  });

  test('has the bot in it, what it needs, and nothing else', () => {
    const app = readdirSync(join(image.root, 'app')).toSorted();
    assert.deepEqual(app, ['LICENSE', 'adapters', 'content', 'node_modules', 'package.json', 'src']);
    const packages = readdirSync(join(image.root, 'app/node_modules'));
    assert.deepEqual(
      packages.filter((name) => /^(jest|typescript|oxlint|node-linux)/.test(name)),
      [],
    );
  });

  test('publishes with git, over https and ssh', () => {
    for (const file of ['usr/bin/git', 'usr/bin/ssh', 'etc/ssl/certs/ca-certificates.crt'])
      assert.ok(existsSync(join(image.root, file)), file);
  });
});

for (const { who, user } of users)
  describe(`a container of ${who}`, { timeout: 60_000 }, () => {
    let volume: Volume;
    let bot: Running;

    const start = (): void => {
      bot = startContainer({ image: image.config, root: image.root, data: volume.path, user });
    };

    /** Milliseconds until it can answer. */
    const startUntilReady = (): number => {
      const began = performance.now();
      start();
      waitFor(bot, '/readyz');
      return performance.now() - began;
    };

    /** Exit code, and milliseconds until then. */
    const stop = async (): Promise<readonly [code: number, ms: number]> => {
      const began = performance.now();
      bot.signal('TERM');
      return [await bot.ended, performance.now() - began];
    };

    before(() => {
      volume = createVolume(join(image.root, 'data'));
      figures[`first start, ${who}`] = `${startUntilReady().toFixed()} ms`;
    });
    after(async () => {
      bot.signal('KILL');
      await bot.ended;
      volume.remove();
    });

    test('is healthy', () => {
      const [, ...check] = image.config.Healthcheck.Test;
      assert.equal(bot.exec(...check).code, 0);
    });

    test('answers a search', () => {
      assert.ok(page(bot, '/search?q=buildkit').includes('docker buildが30倍以上早くなる話'));
    });

    test('answers on its command line as well, at the same time', () => {
      const { out } = bot.exec('node', 'src/start.mjs', 'ask', 'buildkit');
      assert.ok(out.includes('docker buildが30倍以上早くなる話'));
    });

    test('is process 1, that user, and without any power of root', () => {
      const status = bot.exec('cat', '/proc/1/status').out;
      assert.match(status, /^Name:\s+(node|MainThread)$/m);
      assert.match(status, new RegExp(`^Uid:\\s+${user.uid}\\s`, 'm'));
      assert.match(status, /^CapBnd:\s+0+$/m);
      assert.match(status, /^NoNewPrivs:\s+1$/m);
    });

    test('began with the sample, in files of its own', () => {
      assert.deepEqual(filesIn(join(volume.path, 'content')), filesIn(join(project, 'content')));
      assert.equal(bot.exec('test', '-w', '/data/content/community.md').code, 0);
    });

    test('can write nowhere else', () => {
      assert.notEqual(bot.exec('touch', '/app/src/x').code, 0);
      assert.match(bot.exec('cat', '/proc/mounts').out, /^overlay \/ \S+ ro,/m);
    });

    test('takes less than 200 MiB', () => {
      figures[`memory, ${who}`] = inMemory(bot);
      assert.ok(bot.memory().resident < 200 * MiB);
    });

    test('ends well when it is asked to', async () => {
      const [code, ms] = await stop();
      figures[`stop, ${who}`] = `${ms.toFixed()} ms`;
      assert.equal(code, 0);
      assert.ok(ms < patience);
    });

    test('finds its volume again as people left it', () => {
      volume.write('content/community.md', '---\nname: Whale Night\n---\n');
      figures[`later start, ${who}`] = `${startUntilReady().toFixed()} ms`;
      assert.ok(page(bot, '/reports').includes('Whale Night'));
    });

    test('starts again after it was killed', async () => {
      bot.signal('KILL');
      assert.equal(await bot.ended, 137);
      startUntilReady();
      assert.ok(page(bot, '/reports').includes('Whale Night'));
      await stop();
    });

    test('ends well when it is asked to as soon as it is alive, ready or not', async () => {
      start();
      waitFor(bot, '/healthz');
      const [code, ms] = await stop();
      assert.equal(code, 0);
      assert.ok(ms < patience);
    });
  });

describe('a container of 5,000 reports', () => {
  test('lives and serves within the memory that it is given', async () => {
    const volume = createVolume(join(image.root, 'data'));
    generate(join(volume.path, 'content'), 5000);
    const bot = startContainer({ image: image.config, root: image.root, data: volume.path, user: usual });
    waitFor(bot, '/readyz');
    assert.equal(browse(bot, 600), 600);
    figures['memory, 5,000 reports, 600 pages read'] = inMemory(bot);
    bot.signal('TERM');
    assert.equal(await bot.ended, 0);
    volume.remove();
  });
});
