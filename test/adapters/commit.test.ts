/** Which commit a folder is of, read from what git leaves there. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCommit } from '../../adapters/files/index.ts';
import { folderOf } from './temporary-folder.ts';

const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
const other = 'ffffffffffffffffffffffffffffffffffffffff';
const onMain = { '.git/HEAD': 'ref: refs/heads/main\n' };

describe('the commit of a folder', () => {
  test.each<[string, Record<string, string>]>([
    ['is that of its branch', { ...onMain, '.git/refs/heads/main': `${commit}\n` }],
    [
      'is found where git has packed its branches',
      {
        ...onMain,
        '.git/packed-refs': `# pack-refs\n${other} refs/heads/x/main\n${commit} refs/heads/main\n`,
      },
    ],
    ['needs no branch', { '.git/HEAD': `${commit}\n` }],
    [
      'is that of the worktree which it is',
      {
        '.git': 'gitdir: home/worktrees/one\n',
        'home/worktrees/one/HEAD': 'ref: refs/heads/topic\n',
        'home/worktrees/one/commondir': '../..\n',
        'home/refs/heads/topic': `${commit}\n`,
      },
    ],
  ])('%s', (_name, files) => {
    expect(readCommit(folderOf(files))).toBe('a1b2c3d');
  });

  test('is that of the checkout that it lies in', () => {
    const folder = folderOf({ '.git/HEAD': commit, 'site/_posts/one.md': '# One' });
    expect(readCommit(join(folder, 'site', '_posts'))).toBe('a1b2c3d');
  });

  test.each<[string, Record<string, string>]>([
    ['there is no commit yet', onMain],
    ['its branch says nothing of the sort', { ...onMain, '.git/refs/heads/main': 'hello' }],
    ['its head leads elsewhere', { '.git/HEAD': 'ref: ../../../etc/passwd', 'etc/passwd': commit }],
    ['its head is gone', { '.git/config': '' }],
    ['it leads to nowhere', { '.git': 'gitdir: /nowhere/at/all\n' }],
  ])('is not known where %s', (_name, files) => {
    expect(readCommit(folderOf(files))).toBeNull();
  });
});
