/** The playground as a directory: one room for everyone, and no roles. A command in it may be about that room. */
import { expect, test } from '@jest/globals';
import { addressed } from '../../../adapters/web/chat/addressed.ts';
import { directory } from '../../../adapters/web/chat/directory.ts';
import { readSpoken } from '../../../src/command/next.ts';
import { telling } from '../telling.ts';

test.each(['general', '#general'])('its room is found by %s', async (name) => {
  const general = { platform: 'web', workspace: 'playground', channel: 'general', name: '#general' };
  for (const workspace of [null, 'playground'])
    expect(await directory.channel({ name, workspace })).toEqual({ ...general, visibility: 'public' });
  expect(await directory.channel({ name, workspace: 'TMEETUP' })).toBeNull();
});

test('there is no other, and nobody has a role', async () => {
  expect(await directory.channel({ name: 'direct-hanako', workspace: null })).toBeNull();
  expect(await directory.role({ name: 'organisers', workspace: 'playground' })).toBeNull();
});

test('a line in it may be about that room', () => {
  expect(readSpoken(addressed('hush #general', 'ja'), telling)).toEqual({
    command: 'hush',
    input: '#general',
  });
});
