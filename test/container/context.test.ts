/** What the image is made of: all that the bot needs at run time, and nothing else of this folder. */
import { readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importsIn } from '../imports.ts';
import { all, readDockerfile } from './dockerfile.ts';
import { project, textOf } from './file.ts';
import { describeRules } from './rule.ts';

/** Is it sent to the builder? The last pattern that fits it, or a folder that it lies in, decides. */
function isSent(ignore: string, path: string): boolean {
  const parts = path.split('/');
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const patterns = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const last = patterns.findLast((line) =>
    folders.some((folder) => matchesGlob(folder, line.replace(/^!/, ''))),
  );
  return last === undefined || last.startsWith('!');
}

const stages = readDockerfile(textOf('Dockerfile'));

/** What the stages copy out of this folder. */
const copied = stages
  .flatMap((stage) => all(stage, 'COPY'))
  .filter((copy) => !copy.startsWith('--from'))
  .flatMap((copy) => copy.split(' ').slice(0, -1));

describeRules('.dockerignore', (text) => text, [
  {
    promise: 'what the Dockerfile copies is there to be copied',
    isKept: (ignore) => copied.every((path) => isSent(ignore, path) && isSent(ignore, `${path}/x.ts`)),
    breaches: [['!adapters\n', '']],
  },
  {
    promise: 'no secret, history, data or package of this folder gets into a build',
    isKept: (ignore) =>
      [
        '.git/config',
        '.env',
        '.env.local',
        'data/index.db',
        'node_modules/x/index.js',
        'secrets/token',
        'test/world.ts',
      ].every((path) => !isSent(ignore, path)),
    breaches: [['*\n', '']],
  },
  {
    promise: 'nor does one that lies further below',
    isKept: (ignore) =>
      ['content/.env', 'src/a/.env.local', 'content/.git/config', 'adapters/x/node_modules/y.js'].every(
        (path) => !isSent(ignore, path),
      ),
    breaches: [
      ['**/.env*\n', ''],
      ['**/.git\n', ''],
      ['**/node_modules\n', ''],
    ],
  },
]);

describe('the image', () => {
  const last = stages.at(-1) ?? [];

  test.each(['src', 'adapters', 'content'])('has %s where the bot looks for it', (folder) => {
    expect(all(last, 'WORKDIR')).toEqual(['/app']);
    expect(all(last, 'COPY')).toContain(`${folder} ./${folder}`);
  });

  test('has the manifest, which says that its files are modules, and the licence', () => {
    expect(all(last, 'COPY')).toContain('package.json LICENSE ./');
    expect(JSON.parse(textOf('package.json'))).toMatchObject({ type: 'module' });
  });

  const { dependencies } = JSON.parse(textOf('package.json')) as {
    dependencies: Readonly<Record<string, string>>;
  };

  const sources = ['src', 'adapters']
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.m?[jt]s$/.test(file));

  /** Packages that a module loads: those of types alone, of Node and our own files left out. */
  const packagesOf = (file: string): readonly string[] =>
    importsIn(textOf(file))
      .filter(({ name, isType }) => !isType && !/^(\.|node:)/.test(name))
      .map(({ name }) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );

  test('has every package that the bot loads', () => {
    const loaded = new Set(sources.flatMap(packagesOf));
    expect(loaded.size).toBeGreaterThan(10);
    expect(loaded).toContain('hono');
    expect([...loaded].filter((name) => !(name in dependencies))).toEqual([]);
  });
});
