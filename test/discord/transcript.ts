/** How the places and people of a Discord are called in a transcript. */
import type { Names } from '../simulator/transcript.ts';
import type { State } from './state.ts';

function placeOf(state: State, id: string): readonly string[] {
  const channel = state.channels.get(id);
  if (!channel) return [];
  if (channel.guild === null) return [channel.name];
  const parent = channel.thread ? state.channels.get(channel.parent ?? '') : undefined;
  return parent ? [`#${parent.name}`, '↳', channel.name] : [`#${channel.name}`];
}

export const namesOf = (state: State): Names => ({
  user: (id) => state.users.get(id)?.name ?? id,
  place: ({ channel }) => (channel === null ? [] : placeOf(state, channel)),
});
