import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { checkRemote } from '../../../adapters/git/index.ts';
import { token } from '../../git/server.ts';
import { openGitWorld } from '../../git/world.ts';
import type { GitWorld } from '../../git/world.ts';

jest.setTimeout(60_000);

let world: GitWorld;

beforeEach(async () => {
  world = await openGitWorld();
});

afterEach(() => world.close());

const look = (secret: string | null = token) =>
  checkRemote(
    {
      folder: join(world.data, 'clone'),
      address: world.server.address,
      branch: null,
      token: secret,
      allowsLocal: true,
    },
    world.data,
  );

test('a repository is looked at before it is cloned, and tried afterwards, and nothing of it changes', async () => {
  expect(await look()).toEqual({ reached: true, pushes: null, reason: '' });
  await world.open();
  expect(await look()).toEqual({ reached: true, pushes: true, reason: '' });
  world.person.git('fetch', '--quiet');
  expect(world.person.git('branch', '--remotes')).not.toContain('doctor');
});

test('a token that is refused is found, and not said', async () => {
  const found = await look('ghp_WRONG');
  expect(found).toMatchObject({ reached: false, reason: expect.stringMatching(/Authentication failed/u) });
  expect(JSON.stringify(found)).not.toContain('WRONG');
});
