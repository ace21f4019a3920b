/** What a person has before them when they use something: a message, as it is now. */
import type { Message } from '../message.ts';
import type { Channel, User } from '../state.ts';
import { messageOf } from '../find.ts';
import type { World } from '../world.ts';
import type { On } from './interaction.ts';

export interface Surface {
  readonly channel: Channel;
  readonly message: Message;
}

/** As it is by now; throws where it is gone, or was never theirs. */
export function surfaceOf(world: World, user: User, on: On): Surface {
  const target = 'kind' in on ? on.message : on;
  if (!target) throw new Error('there is no message to act on');
  const channel = world.state.channels.get(target.channel);
  const message = channel && messageOf(channel, target.id);
  if (!message || (message.onlyFor !== null && message.onlyFor !== user.id))
    throw new Error(`${user.name} does not see that message`);
  return { channel, message };
}
