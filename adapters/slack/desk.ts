/** Where answers are made: the workspace, and what is known and remembered of it. */
import type { Direct } from './direct.ts';
import type { SlackDirectory } from './directory.ts';
import type { People } from './person.ts';
import type { Posts } from './post.ts';
import type { Workspace } from './workspace.ts';

export interface Desk extends Workspace {
  readonly people: People;
  readonly posts: Posts;
  readonly direct: Direct;
  readonly directory: SlackDirectory;
}
