/** What to offer while one types: names in use, and what the end of a query may mean. */
import type { Choice, Happening } from '../port.ts';
import { beginningLike, beginningsOf } from '../search/beginning.ts';
import { isEnough, queryOf } from '../search/completion.ts';
import { keyOf, unique } from '../search/key.ts';
import { readTyping } from '../search/typing.ts';
import type { Ending } from '../search/typing.ts';
import { comingUp } from '../view/agenda.ts';
import type { Option, Scene } from './spec.ts';

export type Suggest = NonNullable<Option['suggest']>;

/** As many as any chat shows. */
const part = { limit: 25, offset: 0 };

/** Names that begin like what is being typed, most used first. */
export const suggestNames =
  (kind: 'speaker' | 'series'): Suggest =>
  async (like, { library }) => {
    const { items } = await library.names({ kind, like, ...part });
    return items.map(({ name, key }) => ({ label: name, value: key }));
  };

/** Characters of what a choice stands for: Discord takes no more. */
export const longestValue = 100;

/** Titles of reports that begin, or have a word that begins, like what is being typed, newest first. */
export const suggestReports: Suggest = async (like, { library }) => {
  const { items } = await library.reports({ like, ...part });
  const named = Map.groupBy(items, ({ title }) => title);
  const isOne = (title: string): boolean => named.get(title)?.length === 1;
  // A title that several have, or that is too long to be sent, is known by its id.
  return items.map(({ title, id, date }) => ({
    label: isOne(title) || date === null ? title : `${title} (${date})`,
    value: isOne(title) && title.length <= longestValue ? title : id,
  }));
};

/** What events that are coming up say of themselves, most frequent first. */
export const suggestOfUpcoming =
  (textsOf: (happening: Happening) => readonly (string | null)[]): Suggest =>
  async (like, { library, now }) => {
    const isLike = beginningLike(like);
    const texts = (await comingUp(library, now())).flatMap(textsOf).filter((text) => text !== null);
    const writings = Map.groupBy(
      texts.filter((text) => isLike(beginningsOf([text]))),
      keyOf,
    );
    return [...writings.values()]
      .toSorted((left, right) => right.length - left.length)
      .map(([text = '']) => ({ label: text, value: text }));
  };

/** Commands, by their own name or what a language calls them. */
export const suggestCommands: Suggest = async (like, { commands, locale }) => {
  const isLike = beginningLike(like);
  return commands
    .filter(({ listed }) => listed)
    .map(({ name, describe }) => ({ name, ...describe(locale) }))
    .filter(({ name, called }) => isLike(beginningsOf([name, ...called])))
    .map(({ name, summary }) => ({ label: `${name} — ${summary}`, value: name }));
};

/**
 * What the end of a query may mean, with the words before it: a series by its name, a speaker or a tag as a filter, a title,
 * then words; within a filter its values alone. Of the last words as many are meant as some name or title begins with.
 */
export const suggestQuery: Suggest = async (typed, scene) => {
  const { filter, endings, word } = readTyping(typed);
  if (filter !== null)
    return (await Promise.all(endings.map((ending) => values(ending, filter, scene)))).flat();
  const words = word === null ? [] : await wordsLike(word, scene);
  for (const ending of endings) {
    const [named, titled] = await Promise.all([names(ending, null, scene), titles(ending, scene)]);
    const room = part.limit - titled.length - words.length;
    if (named.length + titled.length > 0) return [...named.slice(0, room), ...titled, ...words];
  }
  return words;
};

const values = async (ending: Ending, filter: string, scene: Scene): Promise<readonly Choice[]> =>
  filter === 'type' ? types(ending, scene) : names(ending, filter, scene);

const kinds = ['series', 'speaker', 'tag'] as const;

async function names(
  { before, like }: Ending,
  filter: string | null,
  { library, words }: Scene,
): Promise<readonly Choice[]> {
  const ofKind = async (kind: (typeof kinds)[number]) => {
    const { items } = await library.names({ kind, like, ...part });
    return items.map((entry) => ({ ...entry, kind }));
  };
  const found = await Promise.all(kinds.filter((kind) => filter === null || kind === filter).map(ofKind));
  return found
    .flat()
    .toSorted((left, right) => right.count - left.count)
    .map(({ kind, name, key }) => ({
      label: words.suggest[kind](name),
      value: `${before}${filter === null && kind === 'series' ? name : `${kind}:${key}`}`,
    }));
}

/** Of events that are coming up a few are enough: of what was there is mostly asked. */
const mostEvents = 3;

async function titles({ before, like }: Ending, scene: Scene): Promise<readonly Choice[]> {
  const { library, words } = scene;
  const [found, events] = await Promise.all([
    library.completions({ title: like, word: '' }),
    eventsLike(like, scene),
  ]);
  return [...events, ...found.titles].map(({ kind, title }) => ({
    label: words.suggest.title[kind](title),
    value: before + queryOf(title),
  }));
}

/** Each once, however often it happens, the next one first. */
async function eventsLike(
  like: string,
  { library, now }: Scene,
): Promise<readonly { readonly kind: 'event'; readonly title: string }[]> {
  if (!isEnough(like)) return [];
  const isLike = beginningLike(like);
  const coming = (await comingUp(library, now())).filter(({ title }) => isLike(beginningsOf([title])));
  return unique(coming.map(({ title }) => title))
    .slice(0, mostEvents)
    .map((title) => ({ kind: 'event', title }));
}

async function wordsLike({ before, like }: Ending, { library, words }: Scene): Promise<readonly Choice[]> {
  const found = await library.completions({ title: '', word: like });
  return found.words.map((word) => ({ label: words.suggest.word(word), value: before + word }));
}

const types = ({ before, like }: Ending, { words }: Scene): readonly Choice[] =>
  Object.entries(words.suggest.type)
    .filter(([type]) => type.startsWith(like))
    .map(([type, meaning]) => ({ label: `${type} — ${meaning}`, value: `${before}type:${type}` }));
