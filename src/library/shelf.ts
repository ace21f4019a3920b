/** The catalogue as it is asked for: cards by kind, kept in memory until the index changes. */
import { readSettings } from '../config.ts';
import type { FiledCard, Index, Settings, Use } from '../port.ts';
import { lexiconOf } from '../search/lexicon.ts';
import type { Lexicon, Vocabulary } from '../search/lexicon.ts';
import type { Cards, Kind } from './card.ts';
import { remembered } from './remembered.ts';

export interface Filed<K extends Kind> {
  readonly data: Cards[K];
  readonly file: string;
  /** Local day from which on it is shown. */
  readonly shown: string;
}

export interface Shelf {
  /** In the order of their files. */
  of<K extends Kind>(kind: K): Promise<readonly Filed<K>[]>;
  /** Without those whose day has not come; the same list until the index or the day is another. */
  shown<K extends Kind>(kind: K, today: string): Promise<readonly Cards[K][]>;
  /** Keys of all cards of a kind, each once; the same list as long as it says the same. */
  keys(kind: Kind): Promise<readonly string[]>;
  /** How many cards of a kind are shown that have which key; the same list until the index or the day is another. */
  uses(kind: Kind, today: string): Promise<readonly Use[]>;
  readonly vocabulary: Vocabulary;
  /** Forgets what it has if the index has changed since, be it by another process. */
  refresh(): Promise<void>;
}

export function createShelf(index: Index): Shelf {
  const kept = new Map<Kind, ReturnType<Index['list']>>();
  const keys = new Map<Kind, ReturnType<Index['keys']>>();
  const keysBefore = new Map<Kind, readonly string[]>();
  const uses = new Map<Kind, { readonly today: string; readonly counted: ReturnType<Index['uses']> }>();
  const pickers = new Map<Kind, typeof shownOn>();
  let words: Promise<Lexicon> | null = null;
  let seen: number | null = null;
  const of: Shelf['of'] = async <K extends Kind>(kind: K) => {
    const cards = kept.get(kind) ?? index.list(kind);
    kept.set(kind, cards);
    return (await cards) as readonly Filed<K>[];
  };
  return {
    of,
    shown: async <K extends Kind>(kind: K, today: string) => {
      const pick = pickers.get(kind) ?? remembered(shownOn);
      pickers.set(kind, pick);
      return pick(await of(kind), today) as readonly Cards[K][];
    },
    keys: async (kind) => {
      const known = keys.get(kind) ?? index.keys(kind);
      keys.set(kind, known);
      const before = keysBefore.get(kind);
      const now = await known;
      if (before !== undefined && isSame(before, now)) return before;
      keysBefore.set(kind, now);
      return now;
    },
    uses: async (kind, today) => {
      const known = uses.get(kind);
      if (known?.today === today) return known.counted;
      const counted = index.uses(kind, today);
      uses.set(kind, { today, counted });
      return counted;
    },
    vocabulary: {
      all: async () => (words ??= index.words().then(lexiconOf)),
      sounding: async (sounds) => index.words(sounds),
    },
    refresh: async () => {
      const { changes } = await index.state();
      if (changes === seen) return;
      seen = changes;
      kept.clear();
      keys.clear();
      uses.clear();
      words = null;
    },
  };
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left === right || (left.length === right.length && left.every((text, at) => text === right[at]));

const shownOn = (cards: readonly Pick<FiledCard, 'shown' | 'data'>[], today: string): readonly unknown[] =>
  cards.filter(({ shown }) => shown <= today).map(({ data }) => data);

const { settings: defaults } = readSettings(null);

/** What the community's own file said when it was last taken in; defaults where it has none. */
export async function settingsOn(shelf: Shelf): Promise<Settings> {
  const [card] = await shelf.of('settings');
  return card?.data ?? defaults;
}
