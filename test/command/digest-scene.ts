/** Organisers decide on digests: a real library, State and bot, a clock that the test moves, and a chat that knows its channels. */
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex, createSqliteState } from '../../adapters/sqlite/index.ts';
import { createCommunity } from '../../src/community.ts';
import { digestChannelAt } from '../../src/digest/channel.ts';
import type { DigestChannel } from '../../src/digest/channel.ts';
import { createLibrary } from '../../src/library.ts';
import type { Directory, Joined, Locale, Person, Place, State, View } from '../../src/port.ts';
import { viewText } from '../../src/view/text.ts';
import { folderOf } from '../search/shelf.ts';
import { organiser, place, silentLog } from '../world.ts';

export const direct: Place = { ...place, channel: 'D1', visibility: 'direct' };

/** A second organiser. */
export const other: Person = { ...organiser, id: 'U3', name: 'jiro' };

export interface DigestScene {
  readonly state: State;
  readonly files: Map<string, string>;
  readonly ask: (
    command: string,
    input?: string,
    how?: { readonly who?: Person; readonly where?: Place; readonly locale?: Locale },
  ) => Promise<View>;
  /** What the chat says of its channels and roles from now on; `null`: it can not be asked. */
  directory: (says: Partial<Directory> | null) => void;
  /** What is remembered of a channel. */
  readonly channel: (channel?: string) => Promise<DigestChannel | null>;
  /** The clock stands until it is moved. */
  readonly at: (time: string) => void;
  /** One at a time: what was posted in it, as `#C1: …`. */
  readonly round: (time?: string) => Promise<readonly string[]>;
}

export const report = (title: string, day: string): string =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n## 小さなイメージ / 花子\n\n本文です。\n`;

const files = {
  'community.md': '---\nname: Docker Meetup\nlocale: ja\nzone: Asia/Tokyo\n---\n',
  'events/night.md':
    '---\ntitle: Container Night\nstart: 2027-03-20 19:00\nend: 2027-03-20 21:00\ntags: [container]\n---\n',
  'reports/new.md': report('Docker Meetup #7', '2027-02-20'),
  'reports/old.md': report('Docker Meetup #6', '2026-05-10'),
};

const channels: Readonly<Record<string, string>> = { C1: '#general', C2: '#random', C3: '#file' };

/** As a chat that knows its channels says it. */
const knowing: Directory = {
  channel: async ({ name, workspace }) => {
    const [id, called] = Object.entries(channels).find((each) => each.includes(name)) ?? [];
    return id === undefined || called === undefined
      ? null
      : { ...place, workspace: workspace ?? place.workspace, channel: id, name: called };
  },
  role: async ({ name }) => (name === 'docker' ? 'R1' : null),
};

/** Begins on Monday, 1 March 2027, at noon in Tokyo. */
export async function sceneOf(more: Readonly<Record<string, string>> = {}): Promise<DigestScene> {
  let now = new Date('2027-03-01T12:00:00+09:00');
  let says: Partial<Directory> = knowing;
  let ids = 0;
  const posted: string[] = [];
  const folder = folderOf({ ...files, ...more });
  const state = createSqliteState(':memory:');
  const index = createSqliteIndex({ path: ':memory:', version: 'test' });
  const library = createLibrary({ content: folder, index, hash, now: () => now, pages: null });
  const unknown = async (): Promise<never> => Promise.reject(new Error('no network'));
  const chat = {
    platform: place.platform,
    directory: {
      channel: async (of) => (says.channel ?? unknown)(of),
      role: async (of) => (says.role ?? unknown)(of),
    } satisfies Directory,
    post: async (to: Place | Person, { body }: View) => {
      posted.push(`${'channel' in to ? `#${to.channel}` : `@${to.id}`}: ${viewText(body, 'en')}`);
      return { status: 'posted', ref: String((ids += 1)) };
    },
  } as unknown as Joined;
  const community = createCommunity({
    library,
    state,
    hiddenPages: null,
    pages: null,
    calendars: [],
    now: () => now,
    log: silentLog,
    newId: () => `id${(ids += 1)}`,
  });
  const round = community.round?.([chat]);
  await library.sync();
  return {
    state,
    files: folder.files,
    ask: async (command, input = '', { who = organiser, where = place, locale = 'en' } = {}) =>
      community.bot.answer({ command, input, place: where, person: who, locale, id: '1' }),
    directory: (next) => (says = next ?? {}),
    channel: (channel = 'C1') => digestChannelAt(state, { ...place, channel }),
    at: (time) => (now = new Date(time)),
    round: async (time) => {
      if (time !== undefined) now = new Date(time);
      await library.sync();
      await round?.(new AbortController().signal);
      return posted.splice(0);
    },
  };
}

export const textOf = (view: View, locale: Locale = 'en'): string => viewText(view.body, locale);

/** The button of that name. */
export function button(view: View, label: string): { readonly command: string; readonly input: string } {
  const found = view.next.find((next) => next.label === label);
  if (found === undefined)
    throw new Error(`no button ${label} among ${view.next.map((next) => next.label).join(', ')}`);
  return found;
}
