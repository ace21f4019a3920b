/** Who saw what, as text that is the same whenever it is made: for people who read tests, and for golden files. */
import type { Effect } from './feed.ts';

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

/** How names are found in a transcript. */
export interface Names {
  /** `['#general']`, `['#general', '↳']` for a thread, nothing where it is in no place. */
  readonly place: (effect: Effect) => readonly string[];
  readonly user: (id: string) => string;
}

/** `#general meetup → hanako (changed)`. */
function head(names: Names, effect: Effect): string {
  const to = effect.onlyFor !== null && effect.onlyFor !== effect.by ? ['→', names.user(effect.onlyFor)] : [];
  return [...names.place(effect), names.user(effect.by), ...to].join(' ') + signs[effect.kind];
}

/** One line stands beside who says it, several below. */
export function transcript(effects: readonly Effect[], names: Names): string {
  const paragraphs = effects.map((effect) => {
    const title = head(names, effect);
    if (effect.lines.length === 0) return title;
    if (effect.lines.length === 1) return `${title}: ${effect.lines[0]}`;
    return [`${title}:`, ...effect.lines.map((line) => `  ${line}`.trimEnd())].join('\n');
  });
  return `${paragraphs.join('\n')}\n`;
}
