/** Where answers are made: the workspace, and what is known and remembered of it. */
import { createDirect } from './direct.ts';
import type { Direct } from './direct.ts';
import { createPeople } from './person.ts';
import type { People } from './person.ts';
import { createPosts } from './post.ts';
import type { Posts } from './post.ts';
import type { Workspace } from './workspace.ts';

export interface Desk extends Workspace {
  readonly people: People;
  readonly posts: Posts;
  readonly direct: Direct;
}

export function createDesk(workspace: Workspace): Desk {
  const direct = createDirect(workspace);
  return {
    ...workspace,
    direct,
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
}
