/** Slack as a Chat: six members over one workspace. */
import { UserError } from '../../src/error.ts';
import type { Chat, Person, Place, View } from '../../src/port.ts';
import { isListed } from './belonging.ts';
import type { Desk } from './desk.ts';
import { createDirect } from './direct.ts';
import { edit } from './edit.ts';
import { identify } from './identity.ts';
import { createLife, end, open } from './life.ts';
import type { Options } from './options.ts';
import { createPeople } from './person.ts';
import { directPlace } from './place.ts';
import { createPosts } from './post.ts';
import { threadOf } from './thread.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Nothing is asked of Slack before `start`. `start` rejects with UserError where Slack does not take the bot. */
export function createSlack(options: Options): Chat {
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
    post: (to, view, { key, since }) => post(to, view, { desk: started(), key, ...(since && { since }) }),
    edit: async (ref, view) => {
      const { locale } = await options.settings();
      return edit({ client: clients.posting, ref, view, locale }, options);
    },
    thread: (ref, reader) => threadOf(ref, reader, started()),
  };
}

function deskOf(workspace: Workspace): Desk {
  const direct = createDirect(workspace);
  return {
    ...workspace,
    direct,
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
}

async function post(
  to: Place | Person,
  view: View,
  { desk, key, since }: { readonly desk: Desk; readonly key: string; readonly since?: Date },
): ReturnType<Chat['post']> {
  const isPlace = 'channel' in to;
  return desk.posts.post({
    client: desk.clients.posting,
    to: isPlace ? to : { channel: to.id },
    view,
    locale: isPlace ? (await desk.settings()).locale : await desk.bot.localeOf(to, directPlace(to.id, desk)),
    key,
    ...(since === undefined ? {} : { since }),
  });
}
