/** What is offered of titles and words while a query is typed. */
import type { Completions, Index, Library, Passage, Settings } from '../port.ts';
import { beginningLike, beginningsOf } from '../search/beginning.ts';
import { calledLike, isEnough, isKanji, kanjiWords, lastWord, writingOf } from '../search/completion.ts';
import { keyOf } from '../search/key.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { fold } from '../search/normalise.ts';
import { veilFor } from '../search/veil.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

interface Ground {
  readonly settings: Settings;
  /** Local day. */
  readonly today: string;
}

const most = { titles: 10, words: 5 } as const;

/** Of the passages that may have such a title so many are looked at, and the latest of them read. */
const candidates = { scan: 100, limit: 30 } as const;
/** Some words of the index stand only in drafts, or are names of who is not to be found. */
const mostWordsTried = 7;
/** Enough to see how a word is written. */
const writings = { scan: 3, limit: 3 } as const;

/** What is asked of the index, without what may not be read. The answers are kept until the index or the day is another. */
interface Source {
  readonly called: (like: string) => Promise<readonly Passage[]>;
  /** As these titles have it, or else as other texts do; `null`: only in what is not shown. */
  readonly writing: (word: string, titles: readonly string[]) => Promise<string | null>;
}

export function createCompletions(
  shelf: Shelf,
  index: Index,
): (of: Parameters<Library['completions']>[0], ground: Ground) => Promise<Completions> {
  const sourceOf = remembered((lexicon: Lexicon, today: string, people: Settings['people']) =>
    createSource(index, { lexicon, today, people }),
  );
  return async ({ title, word }, { settings, today }) => {
    const lexicon = await shelf.vocabulary.all();
    const source = sourceOf(lexicon, today, settings.people);
    return { titles: await titlesLike(title, source), words: await wordsLike(word, lexicon, source) };
  };
}

interface Known {
  readonly lexicon: Lexicon;
  readonly today: string;
  readonly people: Settings['people'];
}

function createSource(index: Index, { lexicon, today, people }: Known): Source {
  const veil = veilFor(people);
  const any = { prefer: [], from: null, before: null, today, offset: 0 };
  const called = async (like: string): Promise<readonly Passage[]> => {
    const where = calledLike(like, lexicon);
    if (where === null) return [];
    const request = { ...any, where, kinds: ['talk', 'report'], ...candidates } as const;
    return (await index.match(request)).passages.map(veil);
  };
  const lookUp = async (word: string): Promise<string | null> => {
    const where = { term: word, in: ['text'] } as const;
    const { passages } = await index.match({ ...any, where, kinds: null, ...writings });
    return writingOf(
      word,
      passages.map(veil).flatMap(({ title, text }) => [title, text]),
    );
  };
  const written = new Map<string, Promise<string | null>>();
  return {
    called: remembered(called),
    writing: async (word, titles) => {
      const known = written.get(word) ?? Promise.resolve(writingOf(word, titles) ?? lookUp(word));
      written.set(word, known);
      return known;
    },
  };
}

async function titlesLike(like: string, { called }: Source): Promise<Completions['titles']> {
  if (!isEnough(like)) return [];
  const isLike = beginningLike(like);
  const found = (await called(like))
    .filter(({ title }) => isLike(beginningsOf([title])))
    .map(({ kind, title }) => ({ kind: kind === 'talk' ? ('talk' as const) : ('report' as const), title }));
  const each = [...new Map(found.toReversed().map((entry) => [keyOf(entry.title), entry])).values()];
  const first = Map.groupBy(each.toReversed(), ({ title }) => keyOf(title).startsWith(keyOf(like)));
  return [...(first.get(true) ?? []), ...(first.get(false) ?? [])].slice(0, most.titles);
}

async function wordsLike(typed: string, lexicon: Lexicon, source: Source): Promise<readonly string[]> {
  const like = lastWord(fold(typed));
  if (!isEnough(like)) return [];
  const titles = (await source.called(like)).map(({ title }) => title);
  if (isKanji(like)) return kanjiWords(like, titles).slice(0, most.words);
  const words = lexicon.mostUsed(like, mostWordsTried);
  const written = await Promise.all(words.map((word) => source.writing(word, titles)));
  return written.filter((word) => word !== null).slice(0, most.words);
}
