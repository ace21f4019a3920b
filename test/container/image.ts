/** Builds the image of the project with buildah, and opens it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';
import type { ImageConfig } from './bundle.ts';
import { project } from './file.ts';

export interface Image {
  readonly config: ImageConfig;
  /** Where its files can be seen. */
  readonly root: string;
  /** Bytes of what it adds to its base, and of all. */
  readonly size: { readonly own: number; readonly all: number };
  readonly remove: () => void;
}

export function buildImage(base: string): Image {
  const name = `localhost/meetup-bot-check:${process.pid}`;
  build(name, base);
  const own = openImage(name);
  const below = openImage(base);
  const all = sizeOf(own.root);
  const size = { all, own: all - sizeOf(below.root) };
  below.close();
  const { Docker } = JSON.parse(run('buildah', 'inspect', '--type', 'image', name)) as {
    Docker: { config: ImageConfig };
  };
  const remove = (): void => {
    own.close();
    run('buildah', 'rmi', name);
  };
  return { config: Docker.config, root: own.root, size, remove };
}

/** npm asks the registry that it asks on this machine, and trusts whom it trusts here. */
function build(name: string, base: string): void {
  const settings = mkdtempSync(join(tmpdir(), 'meetup-npm-'));
  const authorities = process.env['NODE_EXTRA_CA_CERTS'] ?? '/etc/ssl/certs/ca-certificates.crt';
  const npmrc = join(settings, 'npmrc');
  writeFileSync(npmrc, `registry=${run('npm', 'config', 'get', 'registry')}\ncafile=/run/authorities.crt\n`);
  const mounts = [`${npmrc}:/usr/local/etc/npmrc:ro`, `${authorities}:/run/authorities.crt:ro`];
  // Health checks are Docker's: the OCI format has no place for them.
  const how = [
    '--isolation',
    'chroot',
    '--pull-never',
    '--format',
    'docker',
    '--build-arg',
    `NODE_IMAGE=${base}`,
  ];
  run('buildah', 'bud', ...how, ...mounts.flatMap((mount) => ['--volume', mount]), '--tag', name, project);
  rmSync(settings, { recursive: true });
}

function openImage(name: string): { readonly root: string; readonly close: () => void } {
  const container = run('buildah', 'from', '--pull-never', name);
  return { root: run('buildah', 'mount', container), close: () => void run('buildah', 'rm', container) };
}

const sizeOf = (folder: string): number => Number.parseInt(run('du', '--summarize', '--bytes', folder), 10);
