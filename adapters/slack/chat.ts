/** Slack as a Chat: six members over one workspace. */
import { UserError } from '../../src/error.ts';
import type { Chat, Directory, Locale, Person, Place } from '../../src/port.ts';
import { isListed } from './belonging.ts';
import type { Desk } from './desk.ts';
import { createDirect } from './direct.ts';
import { createDirectory } from './directory.ts';
import { edit } from './edit.ts';
import { identify } from './identity.ts';
import { createLife, end, open } from './life.ts';
import type { Options } from './options.ts';
import { createPeople } from './person.ts';
import { directPlace } from './place.ts';
import type { Spot } from './place.ts';
import { createPosts } from './post.ts';
import { readRef } from './ref.ts';
import { threadOf } from './thread.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export interface SlackChat extends Chat {
  /** Of the workspace; it can be asked once the chat has started. */
  readonly directory: Directory;
}

/** Nothing is asked of Slack before `start`. `start` rejects with UserError where Slack does not take the bot. */
export function createSlack(options: Options): SlackChat {
  const life = createLife(options);
  const { clients, timing } = life;
  let desk: Desk | null = null;
  const started = (): Desk => {
    if (desk === null) throw new Error('Slack has not been started');
    return desk;
  };
  return {
    platform,
    start: async (bot) => {
      const self = await identify({ ...options, ...life, client: clients.interaction });
      if (self === null) return;
      const { workspaces } = await options.settings();
      if (!isListed(self.team, workspaces)) throw new UserError('slack-workspace', { team: self.team });
      desk = deskOf({ ...options, timing, clients, self, bot });
      await open(desk, life);
    },
    stop: () => end(life),
    post: async (to, view, how) => {
      const spot = spotOf(to, how.below);
      if (spot === null) return { status: 'refused', reason: 'message_not_found' };
      const locale = how.locale ?? (await localeFor(to, started()));
      return started().posts.post({ ...how, client: clients.posting, to: spot, view, locale });
    },
    edit: async (ref, view, how) => {
      const locale = how?.locale ?? (await options.settings()).locale;
      return edit({ client: clients.posting, ref, view, locale }, options);
    },
    thread: (at, reader) => threadOf(at, reader, started()),
    directory: {
      channel: async (of) => started().directory.channel(of),
      role: async (of) => started().directory.role(of),
    },
  };
}

function deskOf(workspace: Workspace): Desk {
  const direct = createDirect(workspace);
  return {
    ...workspace,
    direct,
    directory: createDirectory(workspace),
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
}

/** `null`: `below` is no message. What stands below a message of a thread stands in that thread. */
function spotOf(to: Place | Person, below: string | undefined): Spot | null {
  if (below === undefined) return 'channel' in to ? to : { channel: to.id };
  const above = readRef(below);
  const thread = 'channel' in to ? to.thread : undefined;
  return above && { channel: above.channel, thread: thread ?? above.ts };
}

const localeFor = async (to: Place | Person, desk: Desk): Promise<Locale> =>
  'channel' in to ? (await desk.settings()).locale : desk.bot.localeOf(to, directPlace(to.id, desk));
