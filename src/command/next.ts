/** Call ⇄ short string: what a button carries and what people type after `/meetup`. */
import type { Root } from 'mdast';
import type { CommandInfo, Hash, Next, Now, State, StateRecord } from '../port.ts';
import { firstMention, withoutMentions } from '../view/mention.ts';
import type { Mention } from '../view/node.ts';
import { viewText } from '../view/text.ts';
import { isChannel, writeChannel, writePerson } from './named.ts';
import { locales } from '../model.ts';

export { readChannel, readPerson, writeChannel, writePerson } from './named.ts';
export type { Channel, Who } from './named.ts';

type Said = Pick<Next, 'command' | 'input'>;

/** A command and its input, as one line of text. */
export const writeCall = ({ command, input }: Said): string =>
  input === '' ? command : `${command} ${input}`;

/** The call that `writeCall` wrote. A button names its command outright, those that people do not type among them. */
export function readButton(text: string): Said {
  const space = text.indexOf(' ');
  return space < 0
    ? { command: text, input: '' }
    : { command: text.slice(0, space), input: text.slice(space + 1) };
}

/** A command as people type it: `event new`. */
export const typedName = ({ name }: Pick<CommandInfo, 'name'>): string => name.replace('-', ' ');

/**
 * Which command a line of text calls. The first word, or the first two (`event new`), may be the name of a command, or the whole line what a language calls
 * it (`予定`); nothing at all is the start page; any other words are a search, and so are words that begin with the name of a
 * command that takes none (`status code 500`).
 */
export function readCall(line: string, commands: readonly CommandInfo[]): Said {
  const text = line.replace(/^\/meetup(?=[\s　]|$)/u, '').trim();
  if (text === '') return { command: 'start', input: '' };
  const listed = commands.filter((info) => info.listed);
  const [, first = '', rest = ''] = /^(\S+)[\s　]*([\s\S]*)$/u.exec(text) ?? [];
  const [, second = '', further = ''] = /^(\S+)[\s　]*([\s\S]*)$/u.exec(rest) ?? [];
  for (const [name, input] of [
    [`${first}-${second}`, further],
    [first, rest],
  ] as const) {
    const named = listed.find((info) => info.name === name.toLowerCase());
    if (named !== undefined && takes(named, input)) return { command: named.name, input };
  }
  const called = listed.find((info) => isCalled(info, text));
  return called === undefined ? { command: 'search', input: text } : { command: called.name, input: '' };
}

/** `name:value`, `name:"some words"` (a quote inside is doubled), a "quoted phrase", or a word. Full-width colon and space count. */
const token = /([a-z]+)[:：](?:"((?:[^"]|"")*)"|(\S*))|"[^"]*"|\S+/gu;

/** Words that are no options need an option that takes them. */
const takes = ({ options }: CommandInfo, words: string): boolean =>
  options.some(({ rest }) => rest) || parted(words, options).rest.trim() === '';

const isCalled = (info: CommandInfo, text: string): boolean =>
  locales.some((locale) => info.describe(locale).called.includes(text.toLowerCase()));

/** As much of an option as a line is read by. */
type Reads = Pick<OptionInfo, 'name' | 'rest'> & Partial<Pick<OptionInfo, 'type'>>;
type OptionInfo = CommandInfo['options'][number];

/**
 * What a line of input gives to each option: what a form shows that is opened from a button. `name:value` is an option only
 * where the command has one of that name, and the first `#channel` is that of a command that takes one; all else belongs to
 * the `rest` option as it was typed, so that a search keeps its own filters.
 */
export function fieldsOf(input: string, options: readonly Reads[]): Record<string, string> {
  const { given, rest } = parted(input, options);
  const taker = options.find((each) => each.rest);
  if (taker !== undefined) given.set(taker.name, rest.trim());
  return Object.fromEntries([...given].filter(([, value]) => value !== ''));
}

/** What is given by name, and the words that are left. */
function parted(input: string, options: readonly Reads[]) {
  const given = new Map<string, string>();
  const place = options.find(({ type }) => type === 'channel')?.name;
  const rest = input.replace(
    token,
    (whole, name: string | undefined, quoted: string | undefined, bare: string | undefined) => {
      const option = options.find((each) => each.name === name);
      const isPlace = option === undefined && place !== undefined && !given.has(place) && isChannel(whole);
      if (option === undefined && !isPlace) return whole;
      const value = isPlace ? whole : (quoted?.replaceAll('""', '"') ?? bare ?? '');
      if (option?.rest) return value;
      if (value !== '') given.set(option?.name ?? place ?? '', value);
      return ' ';
    },
  );
  return { given, rest };
}

/** An option as one types it: `place:大阪`, `series:"Docker Meetup"`. */
export const writeOption = (name: string, value: string): string =>
  `${name}:${/[\s"　]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value}`;

/** Options that take someone or something that is mentioned. */
const takers: Readonly<Record<string, (mention: Mention) => string>> = {
  person: writePerson,
  channel: writeChannel,
};

/**
 * Which command a line calls in which people and channels are mentioned. A command about one takes the first of them; to all
 * others they are what they are called. An instant in it is written in one way, whoever asks.
 */
export function readSpoken(tree: Root, commands: readonly CommandInfo[]): Said {
  const said = readCall(viewText(tree, 'en'), commands);
  const options = commands.find(({ name }) => name === said.command)?.options ?? [];
  const taking = options.filter(({ type }) => type in takers);
  if (taking.length === 0) return said;
  const found = taking.map(({ name, type }) => ({ name, type, mention: firstMention(tree, type) }));
  // What is typed is marked by nobody, whatever it looks like.
  const line = viewText(
    withoutMentions(
      tree,
      found.map(({ mention }) => mention),
    ),
    'en',
  ).replaceAll(/<(?=[@#])/gu, '');
  const { command, input } = readCall(line, commands);
  const named = found.map(({ name, type, mention }) =>
    mention === null ? '' : `${writeOption(name, takers[type]?.(mention) ?? '')} `,
  );
  return { command, input: `${named.join('')}${input}` };
}

const kind = 'call';

/** What no command is called. */
const sign = '=';

/** Milliseconds that a button works whose call is kept. */
const life = 30 * 24 * 60 * 60_000;

interface Kept extends Said {
  /** ISO 8601: until when. */
  readonly until: string;
}

/** Where calls are kept that are too long for a button. */
export interface Keeping {
  readonly state: State;
  readonly now: Now;
  readonly hash: Hash;
}

/** The same ways on, each written in at most so many characters: one that is longer is kept, and its button carries where. */
export const keepLong = (next: readonly Next[], most: number, keeping: Keeping): Promise<readonly Next[]> =>
  Promise.all(next.map(async (each) => (writeCall(each).length <= most ? each : keep(each, keeping))));

/** The same call has the same key: pressed or shown again, it lives on. */
async function keep(next: Next, { state, hash, now }: Keeping): Promise<Next> {
  const { command, input } = next;
  const key = hash(writeCall({ command, input }));
  const value: Kept = { command, input, until: new Date(now().getTime() + life).toISOString() };
  const version = (await state.get(kind, key))?.version ?? null;
  // Where somebody else has just written it, it is the same but for a moment.
  await state.put({ kind, key, version, value });
  return { ...next, command: sign, input: key };
}

/** The call that a button carries; `null` where it was kept, and is no longer. */
export async function readPressed(value: string, { state, now }: Keeping): Promise<Said | null> {
  const { command, input } = readButton(value);
  if (command !== sign) return { command, input };
  const kept = (await state.get(kind, input))?.value as Kept | undefined;
  if (kept === undefined || isOver(kept, now())) return null;
  return { command: kept.command, input: kept.input };
}

const isOver = ({ until }: Kept, now: Date): boolean => Date.parse(until) < now.getTime();

/** Forgets what nobody can press any more. */
export async function sweepKept({ state, now }: Keeping): Promise<void> {
  const old = (await state.list(kind)).filter(({ value }: StateRecord) => isOver(value as Kept, now()));
  for (const { key, version } of old) await state.put({ kind, key, version, value: null });
}
