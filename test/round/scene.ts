/** A community in the simulated Slack, whose clock a test moves and whose rounds it begins: all of it real but the time. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createSlack } from '../../adapters/slack/chat.ts';
import { scopesFor } from '../../adapters/slack/setup/scopes.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import type { Announced, Chat, Feed, Library, Now, Publisher, Round } from '../../src/port.ts';
import { logInto } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';
import { folderOf } from '../adapters/temporary-folder.ts';
import { communityOf, libraryOver } from '../community.ts';
import type { Slack } from '../slack/index.ts';
import { startSlack } from '../slack/index.ts';

export interface Scene {
  readonly slack: Slack;
  readonly library: Library;
  readonly state: () => SqliteState;
  readonly logged: readonly Logged[];
  /** A local time of Tokyo: `2027-03-09 19:00`. The clock stands until it is moved. */
  readonly at: (time: string) => void;
  /** Puts a file into the folder, or takes it away, and the bot sees it. */
  readonly write: (path: string, text: string | null) => Promise<void>;
  /** A file of the folder, or of the data; `null`: there is none. */
  readonly file: (path: string) => string | null;
  /** Of the content. */
  readonly folder: string;
  /** What the feed of the community announces from now on. */
  readonly announce: (...events: readonly Announced[]) => void;
  /** A round at that time, or now. */
  readonly round: (time?: string) => Promise<void>;
  /** Rounds every so many minutes, until that time. */
  readonly rounds: (minutes: number, until: string) => Promise<void>;
  /** The process ends, and another one begins on what the first has left. */
  readonly restart: () => Promise<void>;
  /** What a person sees now that they have not read yet, a message each. */
  readonly unread: (user: string, channel?: string) => readonly string[];
  /** Rejects if the bot sent anything that Slack refuses, or called anyone. */
  readonly close: () => Promise<void>;
}

const community = `---
name: Docker Meetup
locale: en
zone: Asia/Tokyo
organisers: [hanako]
feeds:
  - connpass: { groups: [docker] }
---
`;

/** The file of an event. */
export const eventText = (facts: Readonly<Record<string, unknown>>): string =>
  `---\n${Object.entries(facts)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n`;

export const instant = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+09:00`);

export async function openScene(
  files: Readonly<Record<string, string>> = {},
  published: { readonly content: string; readonly publisher: Publisher } | null = null,
): Promise<Scene> {
  let clock = instant('2027-03-01 12:00');
  const now: Now = () => clock;
  const folder = published?.content ?? folderOf({ 'community.md': community, ...files });
  const logged: Logged[] = [];
  const log = logInto(logged);
  let events: readonly Announced[] = [];
  const library = libraryOf(folder, now, () => events);
  await library.sync();
  const slack = await startSlack({ app: { scopes: scopesFor(true) }, now: () => clock.getTime() });
  const path = join(folderOf({}), 'state.db');

  const begin = async (): Promise<Process> => {
    const state = createSqliteState(path);
    const { bot, round } = communityOf({ library, state, now, log, publisher: published?.publisher ?? null });
    const chat = createSlack({
      token: slack.botToken,
      way: { appToken: slack.appToken },
      apiUrl: slack.apiUrl,
      ...surroundingsOf({ state, log, now, failed: () => {}, settings: () => library.settings() }),
    });
    await chat.start(bot);
    if (round === null) throw new Error('a bot that remembers goes its rounds');
    return { state, chat, round: round([chat]) };
  };

  let running = await begin();
  const end = async (): Promise<void> => {
    await running.chat.stop();
    await running.state.close();
  };
  const go = async (time?: string): Promise<void> => {
    if (time !== undefined) clock = instant(time);
    await running.round(new AbortController().signal);
  };
  const read = new Map<string, number>();

  return {
    slack,
    library,
    logged,
    state: () => running.state,
    at: (time) => void (clock = instant(time)),
    write: async (file, text) => {
      // Two looks at the folder are never in the same moment.
      clock = new Date(clock.getTime() + 1000);
      if (text === null) rmSync(join(folder, file));
      else {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      await library.sync();
    },
    folder,
    file: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null),
    announce: (...announced) => void (events = announced),
    round: go,
    rounds: async (minutes, until) => {
      while (clock < instant(until)) {
        clock = new Date(clock.getTime() + minutes * 60_000);
        await go();
      }
    },
    restart: async () => {
      await end();
      running = await begin();
    },
    unread: (user, channel = 'general') => {
      const all = slack.seenBy(user, channel);
      const before = read.get(`${user} ${channel}`) ?? 0;
      read.set(`${user} ${channel}`, all.length);
      return all.slice(before);
    },
    close: async () => {
      await end();
      await slack.stop();
      if (slack.violations.length > 0) throw new Error(`Slack refused: ${JSON.stringify(slack.violations)}`);
      const calls = slack.calls.filter(isCalling);
      if (calls.length > 0) throw new Error(`The bot called people: ${JSON.stringify(calls)}`);
    },
  };
}

interface Process {
  readonly state: SqliteState;
  readonly chat: Chat;
  readonly round: Round;
}

/** By elements of a message or by markup of its text Slack calls someone. */
const isCalling = ({ args }: Slack['calls'][number]): boolean =>
  /"type":"(?:user|usergroup|broadcast)"/.test(String(args['blocks'])) || /<[!@]/.test(String(args['text']));

/** Over real files, with a feed that says what the test wants. */
function libraryOf(folder: string, now: Now, announced: () => readonly Announced[]): Library {
  const feed: Feed = {
    name: 'connpass',
    key: 'connpass',
    ask: async () => ({
      status: 'ok',
      copy: { events: announced(), skipped: [], etag: null, modified: null },
    }),
  };
  const copies = new Map<string, string>();
  return libraryOver(folder, {
    now,
    feeds: {
      open: async () => () => feed,
      copies: {
        read: async (key) => copies.get(key) ?? null,
        write: async (key, text) => void copies.set(key, text),
      },
    },
  });
}
