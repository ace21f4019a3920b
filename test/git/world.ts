/** A community's repository with a person who works in it, and a bot that publishes to it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPublisher } from '../../adapters/git/index.ts';
import type { GitParts } from '../../adapters/git/index.ts';
import type { Publication, Publisher, PublishSetting } from '../../src/port.ts';
import { gitIn, startGitServer, token } from './server.ts';
import type { GitServer } from './server.ts';

export interface GitWorld {
  readonly server: GitServer;
  readonly person: Person;
  /** What failed where nobody waited. */
  readonly failures: unknown[];
  readonly data: string;
  readonly open: (setting?: Partial<PublishSetting>, parts?: Partial<GitParts>) => Promise<GitBot>;
  /** Throws where anything failed unseen, or a repository is not sound. */
  readonly close: () => Promise<void>;
}

export interface GitBot {
  readonly publisher: Publisher;
  readonly content: string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly publish: (
    paths: readonly string[],
    more?: Partial<Publication>,
  ) => ReturnType<Publisher['publish']>;
}

/** Works in a clone of their own, and pushes at once. */
export interface Person {
  readonly folder: string;
  /** `null` deletes. */
  readonly save: (path: string, text: string | null) => void;
  readonly rename: (from: string, to: string) => void;
  /** Goes back to before the last commit, and does something else. */
  readonly forcePush: (path: string, text: string) => void;
  readonly sees: (path: string, branch?: string) => string;
  readonly git: (...args: readonly string[]) => string;
}

export const report = '# Report\n\nfirst\n\nmiddle\n\nlast\n';

export async function openGitWorld(): Promise<GitWorld> {
  const server = await startGitServer();
  const person = createPerson(server);
  person.save('reports/a.md', report);
  const data = mkdtempSync(join(tmpdir(), 'git-bot-'));
  const failures: unknown[] = [];
  const open: GitWorld['open'] = async (setting = {}, parts = {}) => {
    const { publisher, content } = await openPublisher({
      setting: { git: server.address, branch: null, folder: '', as: 'push', ...setting },
      folder: join(data, 'clone'),
      token,
      openRequest: null,
      failed: (error) => failures.push(error),
      allowsLocal: true,
      ...parts,
    });
    return createBot(publisher, content);
  };
  const close = async (): Promise<void> => {
    const folders = [server.repository, join(data, 'clone')].filter(existsSync);
    const unsound = folders.map((folder) => gitIn(folder, 'fsck', '--strict', '--no-dangling')).join('');
    await server.close();
    rmSync(data, { recursive: true, force: true });
    if (failures.length > 0 || unsound !== '') throw new AggregateError(failures, unsound);
  };
  return { server, person, failures, data, open, close };
}

function createBot(publisher: Publisher, content: string): GitBot {
  return {
    publisher,
    content,
    write: (path, text) => put(join(content, path), text),
    read: (path) => readFileSync(join(content, path), 'utf8'),
    publish: (paths, more) =>
      publisher.publish({ paths, title: 'Notes: a talk', key: 'abcdefghij', ...more }),
  };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function createPerson({ repository, folder: above }: GitServer): Person {
  const folder = join(above, 'person');
  gitIn(above, 'clone', '--quiet', repository, folder);
  const git: Person['git'] = (...args) => gitIn(folder, ...args);
  git('checkout', '--quiet', '-B', 'main');
  const fresh = (): void => {
    git('fetch', '--quiet', '--all', '--prune');
    if (git('branch', '--remotes').includes('origin/main')) git('reset', '--quiet', '--hard', 'origin/main');
  };
  const share = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    git('push', '--quiet', '--force', 'origin', 'main');
  };
  return {
    folder,
    git,
    save: (path, text) => {
      fresh();
      if (text === null) rmSync(join(folder, path));
      else put(join(folder, path), text);
      share('A person saves');
    },
    rename: (from, to) => {
      fresh();
      git('mv', from, to);
      share('A person renames');
    },
    forcePush: (path, text) => {
      fresh();
      git('reset', '--quiet', '--hard', 'HEAD^');
      put(join(folder, path), text);
      share('A person changes history');
    },
    sees: (path, branch = 'main') => {
      git('fetch', '--quiet', '--all', '--prune');
      return git('show', `origin/${branch}:${path}`);
    },
  };
}
