/** What the bot asks for, and what somebody may: https://docs.discord.com/developers/topics/permissions */
import { PermissionFlagsBits as bits } from 'discord.js';
import type { APIOverwrite, APIRole } from 'discord.js';
import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, record, tuple } from 'fast-check';
import {
  has,
  inviteUrl,
  permissions,
  rightsAt,
  rightsIn,
} from '../../../adapters/discord/setup/permissions.ts';
import { permissionsIn } from '../../discord/permission.ts';
import type { Channel, State } from '../../discord/state.ts';

const id = '1100000000000000001';

test('the invitation asks for six rights and no more, and for the commands', () => {
  const { origin, pathname, searchParams } = new URL(inviteUrl(id));
  expect(`${origin}${pathname}`).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: id,
    scope: 'bot applications.commands',
    // 1 << 10, 11, 16, 35, 38 and 44
    permissions: '17901423758336',
  });
  expect(permissions).toHaveLength(6);
});

const guild = '1';

const role = (name: string, rights: bigint): APIRole =>
  ({ id: name, permissions: String(rights) }) as APIRole;

const overwrite = (whose: string, type: 0 | 1, { allow = 0n, deny = 0n }): APIOverwrite => ({
  id: whose,
  type,
  allow: String(allow),
  deny: String(deny),
});

const bot = { guild, id: 'bot', roles: ['member'] };
const anyone = { guild, id: null, roles: [] };
const { ViewChannel: view, SendMessages: send, EmbedLinks: embed, Administrator: administrator } = bits;

describe('in a server', () => {
  const roles = [role(guild, view), role('member', send), role('other', embed)];

  test('somebody may what their roles may, and that of everyone', () => {
    expect(rightsIn(bot, roles)).toBe(view | send);
    expect(rightsIn(anyone, roles)).toBe(view);
  });

  test('an administrator may everything', () => {
    const rights = rightsIn(bot, [role(guild, 0n), role('member', administrator)]);
    expect(permissions.every((permission) => has(rights, permission))).toBe(true);
  });
});

describe('in a channel', () => {
  const granted = { ...bot, rights: view | send };

  test.each([
    [
      'what everyone may not is given back to a role',
      [overwrite(guild, 0, { deny: send }), overwrite('member', 0, { allow: send })],
      view | send,
    ],
    [
      'what a role may is denied to one',
      [overwrite('member', 0, { allow: embed }), overwrite('bot', 1, { deny: embed | send })],
      view,
    ],
    [
      'one role allows what another denies',
      [overwrite('member', 0, { deny: send }), overwrite('member', 0, { allow: send })],
      view | send,
    ],
    [
      'other roles and people do not count',
      [overwrite('other', 0, { deny: send }), overwrite('ken', 1, { deny: view })],
      view | send,
    ],
    [
      'the order in which they are listed does not count',
      [overwrite('bot', 1, { allow: send }), overwrite(guild, 0, { deny: send })],
      view | send,
    ],
    ['who does not see it may nothing there', [overwrite(guild, 0, { deny: view })], 0n],
  ])('%s', (_name, overwrites, left) => {
    expect(rightsAt(granted, overwrites)).toBe(left);
  });

  test('nothing is denied to an administrator', () => {
    const rights = rightsIn(bot, [role('member', administrator)]);
    expect(rightsAt({ ...bot, rights }, [overwrite(guild, 0, { deny: view })])).toBe(rights);
  });
});

/** Some of the rights, and who may do everything. */
const rights = array(constantFrom(view, send, embed, administrator), { maxLength: 3 }).map((some) =>
  some.reduce((sum, bit) => sum | bit, 0n),
);
const roleIds = [guild, 'member', 'other'];
const anyOverwrite = record({
  id: constantFrom(...roleIds, 'bot', 'ken'),
  allow: rights,
  deny: rights,
}).map((each) => ({ ...each, kind: roleIds.includes(each.id) ? ('role' as const) : ('member' as const) }));

test('the simulated Discord, which was written without a look at this, counts the same', () => {
  assert(
    property(tuple(rights, rights, rights), array(anyOverwrite, { maxLength: 4 }), (given, overwrites) => {
      const roles = roleIds.map((each, at) => role(each, given[at] ?? 0n));
      const simulated = {
        id: guild,
        owner: 'yui',
        members: new Map([['bot', { user: 'bot', nick: null, roles: bot.roles }]]),
        roles: new Map(roles.map((each) => [each.id, { permissions: BigInt(each.permissions) }])),
      };
      const channel = { guild, overwrites, thread: null, parent: null, recipients: [] };
      const state = { guilds: new Map([[guild, simulated]]) } as unknown as State;
      const own = rightsAt(
        { ...bot, rights: rightsIn(bot, roles) },
        overwrites.map(({ id: whose, kind, ...more }) => overwrite(whose, kind === 'role' ? 0 : 1, more)),
      );
      const theirs = permissionsIn(state, channel as unknown as Channel, 'bot');
      for (const permission of permissions) expect(has(own, permission)).toBe(has(theirs, permission));
    }),
  );
});
