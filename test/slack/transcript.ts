/** How the places and people of a workspace are called in a transcript. */
import type { Names } from '../simulator/transcript.ts';
import type { State } from './state.ts';

export const namesOf = (state: State): Names => ({
  user: (id) => state.users.get(id)?.name ?? id,
  place: (effect) => {
    const channel = effect.channel === null ? undefined : state.channels.get(effect.channel);
    if (!channel) return [];
    const isInThread = channel.messages.some(({ ts, thread }) => ts === effect.ref && thread !== null);
    return [channel.kind === 'im' ? channel.name : `#${channel.name}`, ...(isInThread ? ['↳'] : [])];
  },
});
