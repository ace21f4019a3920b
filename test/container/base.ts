/**
 * A stand-in for the official Node image, made of Debian packages and of the Node that runs this: for machines that have
 * no registry of images. It is kept as the image `localhost/meetup-bot-base`, so only the first run pays for it.
 */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { attempt, run } from './command.ts';

/** Name of the image. */
export function standIn(): string {
  const name = `localhost/meetup-bot-base:${process.versions.node}`;
  if (attempt('buildah', 'inspect', '--type', 'image', name).code === 0) return name;
  const root = mkdtempSync(join(tmpdir(), 'meetup-base-'));
  try {
    const { suite, mirror } = debian();
    run('debootstrap', '--variant=minbase', suite, root, mirror);
    addNode(root);
    commit(root, name);
  } finally {
    rmSync(root, { recursive: true });
  }
  return name;
}

/** Where this machine has its own packages from. */
function debian(): { readonly suite: string; readonly mirror: string } {
  const sources = run(
    'apt-get',
    'indextargets',
    '--format',
    '$(CODENAME) $(REPO_URI)',
    'Created-By: Packages',
  );
  const [suite = '', mirror = ''] = sources.split(/\s/);
  return { suite, mirror };
}

/** Node and npm where the official image has them, and its user 1000. */
function addNode(root: string): void {
  const npm = resolve(dirname(process.env['npm_execpath'] ?? ''), '..');
  cpSync(process.execPath, join(root, 'usr/local/bin/node'));
  cpSync(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  run('chroot', root, 'useradd', '--uid', '1000', '--user-group', '--create-home', 'node');
  for (const cache of ['var/cache/apt', 'var/lib/apt/lists']) rmSync(join(root, cache), { recursive: true });
}

function commit(root: string, name: string): void {
  const container = run('buildah', 'from', 'scratch');
  run('buildah', 'add', '--quiet', container, root, '/');
  run('buildah', 'config', '--env', 'PATH=/usr/local/bin:/usr/bin:/bin', container);
  run('buildah', 'commit', '--quiet', '--format', 'docker', '--rm', container, name);
}
