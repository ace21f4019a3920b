/** Who saw what, as text that is the same whenever it is made: for people who read tests, and for golden files. */
import type { Effect } from './feed.ts';
import type { State } from './state.ts';

const signs: Readonly<Record<Effect['kind'], string>> = {
  said: '',
  changed: ' (changed)',
  deleted: ' (deleted)',
  modal: ' (modal)',
  home: ' (home)',
  unfurled: ' (unfurled)',
  reacted: ' (reacted)',
  did: '',
};

/** `#general meetup → hanako`, a thread as `#general ↳`. */
function head(state: State, effect: Effect): string {
  const nameOf = (id: string): string => state.users.get(id)?.name ?? id;
  const channel = effect.channel === null ? undefined : state.channels.get(effect.channel);
  const message = channel?.messages.find(({ ts }) => ts === effect.ref);
  const place = channel ? [channel.kind === 'im' ? channel.name : `#${channel.name}`] : [];
  const thread = message?.thread ? ['↳'] : [];
  const to = effect.onlyFor !== null && effect.onlyFor !== effect.by ? ['→', nameOf(effect.onlyFor)] : [];
  return [...place, ...thread, nameOf(effect.by), ...to].join(' ') + signs[effect.kind];
}

/** One line stands beside who says it, several below. */
export function transcript(state: State, effects: readonly Effect[]): string {
  const paragraphs = effects.map((effect) => {
    const title = head(state, effect);
    if (effect.lines.length === 0) return title;
    if (effect.lines.length === 1) return `${title}: ${effect.lines[0]}`;
    return [`${title}:`, ...effect.lines.map((line) => `  ${line}`.trimEnd())].join('\n');
  });
  return `${paragraphs.join('\n')}\n`;
}
