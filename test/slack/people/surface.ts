/** What a person has before them when they press or choose something: a message or a view, as it is now. */
import type { Block } from '../schema/block.ts';
import type { Message, ShownView, User } from '../state.ts';
import { messageOf } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { viewsOf } from './answer.ts';

/** What one may act on. */
export type On = Answer | Message | ShownView;

export interface Surface {
  readonly blocks: readonly Block[];
  readonly message: Message | null;
  readonly view: ShownView | null;
}

const viewSurface = (view: ShownView): Surface => ({ blocks: view.view.blocks, message: null, view });

/** As it is by now; throws where it is gone, or was never theirs. */
export function surfaceOf(world: World, user: User, on: On): Surface {
  const target = 'kind' in on ? (on.view ?? on.message) : on;
  if (!target) throw new Error('there is nothing to act on');
  if ('view' in target) {
    const view = viewsOf(world, user.id).find(({ id }) => id === target.id);
    if (!view) throw new Error(`${user.name} does not have that view before them any more`);
    return viewSurface(view);
  }
  const channel = world.state.channels.get(target.channel);
  const message = channel && messageOf(channel, target.ts);
  if (!message || (message.onlyFor !== null && message.onlyFor !== user.id))
    throw new Error(`${user.name} does not see that message`);
  return { blocks: message.blocks, message, view: null };
}
