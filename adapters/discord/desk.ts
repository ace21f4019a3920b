/** Where answers are made: the workspace, and what is known and remembered of it. */
import { createDirect } from './direct.ts';
import type { Direct } from './direct.ts';
import { createEdits } from './edits.ts';
import type { Edits } from './edits.ts';
import { createNotices } from './notices.ts';
import type { Notices } from './notices.ts';
import { createPeople } from './person.ts';
import type { People } from './person.ts';
import { createPosts } from './post.ts';
import type { Posts } from './post.ts';
import type { Workspace } from './workspace.ts';

export interface Desk extends Workspace {
  readonly people: People;
  readonly posts: Posts;
  readonly direct: Direct;
  readonly notices: Notices;
  readonly edits: Edits;
}

export function createDesk(workspace: Workspace): Desk {
  const direct = createDirect(workspace);
  return {
    ...workspace,
    direct,
    notices: createNotices(),
    edits: createEdits(),
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
}
