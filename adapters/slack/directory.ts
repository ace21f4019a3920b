/** How the workspace calls its channels and user groups: https://docs.slack.dev/reference/methods/users.conversations */
import type { webApi } from '@slack/bolt';
import type { Directory, NamedPlace } from '../../src/port.ts';
import { called, isForEveryone } from '../../src/view/called.ts';
import type { Desk } from './desk.ts';
import { createRecent } from './recent.ts';
import { codeOf } from './web-api/failure.ts';
import { pagesOf } from './web-api/pages.ts';
import { platform } from './workspace.ts';

type Room = Pick<Desk, 'clients' | 'self' | 'log' | 'now'>;

/** A channel that the bot is in, or a group. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
}

/** Names are written in small letters, ids in capitals. */
const channelId = /^[CG][A-Z0-9]+$/;

export interface SlackDirectory extends Directory {
  /** What a user group is called, without `@`; `null`: there is none of that id, or Slack does not tell of them. */
  readonly groupName: (id: string) => Promise<string | null>;
}

export function createDirectory(room: Room): SlackDirectory {
  const { self, now } = room;
  const channels = createRecent(() => channelsOf(room), now);
  const groups = createRecent(createGroups(room), now);
  return {
    channel: async ({ name, workspace }) => {
      if (workspace !== null && workspace !== self.team) return null;
      const found = (await channels((all) => called(all, name))) ?? (await unseen(name, room));
      return found && placeIn(found, room);
    },
    role: async ({ name, workspace }) => {
      if (workspace !== self.team || isForEveryone(name)) return null;
      return groups((all) => called(all, name)?.id ?? null);
    },
    groupName: (id) => groups((all) => all.find((group) => group.id === id)?.name || null),
  };
}

const placeIn = ({ id, name, isPrivate }: Named, { self }: Room): NamedPlace => ({
  platform,
  workspace: self.team,
  channel: id,
  name: `#${name}`,
  visibility: isPrivate === true ? 'private' : 'public',
});

const seesPrivate = ({ self }: Room): boolean => self.scopes.has('groups:read');

/** Of a list: few questions for many channels. */
const pageSize = 200;

/** Those that it is in; private ones only where it has the scope for them. */
async function channelsOf(room: Room): Promise<readonly Named[]> {
  const types = seesPrivate(room) ? 'public_channel,private_channel' : 'public_channel';
  const found: Named[] = [];
  const pages = pagesOf((at) =>
    room.clients.read((client) =>
      client.users.conversations({ types, exclude_archived: true, limit: pageSize, ...at }),
    ),
  );
  for await (const { channels = [] } of pages) found.push(...channels.map(named));
  return found;
}

const named = ({ id = '', name = '', is_private = false }: Channel): Named => ({
  id,
  name,
  isPrivate: is_private,
});

type Channel = NonNullable<webApi.UsersConversationsResponse['channels']>[number];

/**
 * A private channel without the scope for it: Slack does not say what it is called, and that the bot is in it only by letting
 * it post there. `null`: it is none.
 */
async function unseen(id: string, room: Room): Promise<Named | null> {
  if (!channelId.test(id) || seesPrivate(room)) return null;
  try {
    await room.clients.read((client) => client.conversations.info({ channel: id }));
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'missing_scope') return { id, name: id, isPrivate: true };
    if (code === 'channel_not_found') return null;
    throw error;
  }
}

/** What Slack says where the app has no scope for groups, and where the workspace pays for none. */
const without = new Set(['missing_scope', 'plan_upgrade_required']);

/** Where there can be none the log says so, once. */
function createGroups({ clients, log }: Room): () => Promise<readonly Named[]> {
  let isTold = false;
  return async () => {
    try {
      const { usergroups = [] } = await clients.read((client) => client.usergroups.list({}));
      return usergroups.map(({ id = '', handle = '' }) => ({ id, name: handle }));
    } catch (error) {
      const reason = codeOf(error);
      if (!without.has(reason)) throw error;
      if (!isTold) log.warn({ reason }, 'Slack tells of no user groups, so none can be notified');
      isTold = true;
      return [];
    }
  };
}
