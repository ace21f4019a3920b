/** A community as it really is, for tests: the real files, index, library, State and bot, in a temporary folder or in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFiles } from '../adapters/files/index.ts';
import { hash } from '../adapters/hash/index.ts';
import { createSqliteIndex, createSqliteState } from '../adapters/sqlite/index.ts';
import { createBot } from '../src/bot.ts';
import { createLibrary, indexVersion } from '../src/library.ts';
import type { Bot, Call, Library, Locale, Log, Person, Place, State } from '../src/port.ts';
import { createDigesting } from '../src/round/digesting.ts';
import { createNoting } from '../src/round/note/noting.ts';
import { createReader } from '../src/round/note/read.ts';

export const place: Place = { platform: 'test', workspace: 'W1', channel: 'C1', visibility: 'public' };

export const person: Person = {
  id: 'U1',
  name: 'hanako',
  zone: 'Asia/Tokyo',
  organiser: false,
  guest: false,
};

export const organiser: Person = { ...person, id: 'U2', name: 'taro', organiser: true };

/** The project's own content folder. */
export const ownContent = resolve(import.meta.dirname, '../content');

export interface OpenWorld {
  readonly bot: Bot;
  readonly library: Library;
  readonly state: State;
  readonly call: (command: string, input?: Call['input'], locale?: Locale) => Call;
  /** What was logged, one entry a line. */
  readonly logged: readonly {
    readonly level: string;
    readonly facts: Record<string, unknown>;
    readonly message: string;
  }[];
  readonly close: () => void;
}

/** Opens a folder of content at a fixed time, and takes all of it in. `pages`: base address of our own pages. */
export async function openWorld(
  folder: string,
  now = new Date('2026-11-22T00:00:00Z'),
  pages: string | null = null,
): Promise<OpenWorld> {
  const data = mkdtempSync(join(tmpdir(), 'meetup-world-'));
  const index = createSqliteIndex({ path: join(data, 'index.db'), version: indexVersion('test') });
  const library = createLibrary({ content: createFiles(folder), index, hash, now: () => now, pages });
  const state = createSqliteState(':memory:');
  const digests = createDigesting({ library, state, ledger: null, measures: {} });
  const logged: OpenWorld['logged'][number][] = [];
  const log = recording(logged);
  const notes = createNoting({
    library,
    state,
    chat: () => null,
    directory: () => null,
    publisher: null,
    reader: createReader({ now: () => now, log }),
    hash,
    now: () => now,
    log,
  });
  await library.sync();
  let calls = 0;
  return {
    bot: createBot({
      community: async () => ({ library, state, calendars: [place.platform], digests, notes }),
      now: () => now,
      log,
      newId: () => 'abcdefghij',
    }),
    library,
    state,
    call: (command, input = '', locale = 'en') => ({
      command,
      input,
      place,
      person,
      locale,
      id: String((calls += 1)),
    }),
    logged,
    close: () => {
      index.close();
      rmSync(data, { recursive: true });
    },
  };
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

function recording(entries: OpenWorld['logged'][number][]): Log {
  const at = (level: string) => (facts: object, message: string) =>
    void entries.push({ level, facts: { ...facts }, message });
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
