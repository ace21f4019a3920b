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

export function createDirectory(room: Room): Directory {
  const { self, now } = room;
  const channels = createRecent(() => channelsOf(room), now);
  const groups = createRecent(createGroups(room), now);
  return {
    channel: async ({ name, workspace }) => {
      if (workspace !== null && workspace !== self.team) return null;
      const found = channelId.test(name)
        ? await channelWith(name, room)
        : await channels((all) => called(all, name));
      return found && placeIn(found, room);
    },
    role: async ({ name, workspace }) => {
      if (workspace !== self.team || isForEveryone(name)) return null;
      return groups((all) => called(all, name)?.id ?? null);
    },
  };
}

const placeIn = ({ id, name, isPrivate }: Named, { self }: Room): NamedPlace => ({
  platform,
  workspace: self.team,
  channel: id,
  name: `#${name}`,
  visibility: isPrivate === true ? 'private' : 'public',
});

/** Those that it is in; private ones only where it has the scope for them. */
async function channelsOf(room: Room): Promise<readonly Named[]> {
  try {
    return await listOf('public_channel,private_channel', room);
  } catch (error) {
    if (codeOf(error) !== 'missing_scope') throw error;
    return listOf('public_channel', room);
  }
}

/** Characters of a page of a list: few questions for many channels. */
const pageSize = 200;

async function listOf(types: string, { clients }: Room): Promise<readonly Named[]> {
  const found: Named[] = [];
  const pages = pagesOf((at) =>
    clients.read((client) =>
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

/** A private channel of which Slack says nothing may be one that the bot is in: whether it can post there, the post says. */
async function channelWith(id: string, { clients }: Room): Promise<Named | null> {
  try {
    const { channel } = await clients.read((client) => client.conversations.info({ channel: id }));
    return channel?.is_member === true && channel.is_archived !== true ? named(channel) : null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'missing_scope') return { id, name: id, isPrivate: true };
    if (code === 'channel_not_found') return null;
    throw error;
  }
}

/** Where the app has no scope for them there are none, and the log says so once. */
function createGroups({ clients, log }: Room): () => Promise<readonly Named[]> {
  let isTold = false;
  return async () => {
    try {
      const { usergroups = [] } = await clients.read((client) => client.usergroups.list({}));
      return usergroups.map(({ id = '', handle = '' }) => ({ id, name: handle }));
    } catch (error) {
      if (codeOf(error) !== 'missing_scope') throw error;
      if (!isTold) log.warn({}, 'the app has no scope usergroups:read, so no user group can be notified');
      isTold = true;
      return [];
    }
  };
}
