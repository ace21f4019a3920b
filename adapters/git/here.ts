/** What a clone has that people do not have yet, and how it is brought to where they are. */
import { checkOut } from './checkout.ts';
import { baseRef } from './clone.ts';
import { idOf } from './commit.ts';
import type { Clone } from './commit.ts';
import { ownCommits } from './replay.ts';
import type { Own } from './replay.ts';
import { ask } from './run.ts';
import type { Git } from './run.ts';

/** What is here: people's tip as it was, and what the bot has on top of it. */
export interface Here {
  readonly base: string;
  readonly head: string;
  readonly own: readonly Own[];
}

export async function lookHere(git: Git): Promise<Here> {
  const [base, head] = await Promise.all([idOf(git, baseRef), idOf(git, 'HEAD')]);
  return { base, head, own: await ownCommits(git, base, head) };
}

export const isWaiting = ({ proposed }: Own): boolean => proposed === null;

/** Files before refs: whoever dies in between finds them as they are to be, and goes on. */
export async function move(
  { git, folder, branch }: Clone & { readonly branch: string },
  here: Here,
  { base, head }: Omit<Here, 'own'>,
): Promise<boolean> {
  if (!(await checkOut({ git, folder }, here.head, head))) return false;
  const input = `update refs/heads/${branch} ${head} ${here.head}\nupdate ${baseRef} ${base} ${here.base}\n`;
  await ask(git, ['update-ref', '--stdin'], { input });
  return true;
}
