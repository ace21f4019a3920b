/** What people, groups and channels are called, for text that names them. */
import type { Person } from '../../src/port.ts';
import type { Names } from '../../src/view/mention.ts';
import type { Desk } from './desk.ts';
import { isRefusal } from './web-api/failure.ts';

type Room = Pick<Desk, 'people' | 'clients' | 'hash' | 'directory'>;

/** For somebody who waits: what Slack does not say at once has no name. The name of a private channel is none of anybody's business. */
export const nameSource = ({ people, clients, hash }: Room): Names => ({
  hash,
  nameOf: async ({ of, id }) => {
    if (of === 'role') return null;
    if (of === 'person') return (await people.known(id)).name;
    try {
      const { channel } = await clients.interaction.conversations.info({ channel: id });
      return channel?.is_private === true ? null : (channel?.name ?? null);
    } catch {
      return null;
    }
  },
});

/** Who is named in what is kept. */
export interface Register {
  readonly names: Names;
  /** `null`: Slack knows nobody of that id. */
  readonly personOf: (id: string) => Promise<Person | null>;
}

/** For what is kept: each is asked for once, as long as Slack wants; where Slack can not be asked it rejects. */
export function createRegister({ people, clients, hash, directory }: Room): Register {
  const personOf = askedOnce(people.author);
  const channelName = askedOnce((id) => nameOfChannel(id, clients));
  const sources = {
    person: async (id: string) => (await personOf(id))?.name ?? null,
    role: directory.groupName,
    channel: channelName,
  };
  return { personOf, names: { hash, nameOf: ({ of, id }) => sources[of](id) } };
}

async function nameOfChannel(id: string, { read }: Room['clients']): Promise<string | null> {
  try {
    const { channel } = await read(({ conversations }) => conversations.info({ channel: id }));
    return channel?.is_private === true ? null : (channel?.name ?? null);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

function askedOnce<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (id) => {
    const answer = asked.get(id) ?? ask(id);
    asked.set(id, answer);
    return answer;
  };
}
