/** A box of letters over a real State, and a chat that says what a test wants. */
import { join } from 'node:path';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Delivery } from '../../src/outbox/deliver.ts';
import type { Settled } from '../../src/outbox/letter.ts';
import type { Chat, Posted, Posting } from '../../src/port.ts';
import { logInto } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';
import { folderOf } from '../adapters/temporary-folder.ts';

type Saying = () => Promise<Posted>;

export interface Box {
  readonly state: SqliteState;
  /** What the chat was asked, in that order. */
  readonly asked: { readonly key: string; readonly since: string | null }[];
  readonly said: Omit<Posting, 'mayStill'>[];
  /** Refs of what was said otherwise. */
  readonly edited: string[];
  readonly told: [key: string, settled: Settled][];
  readonly logged: Logged[];
  /** What the chat says, one time after the other, and then that it stands there. */
  readonly answers: (Posted | Saying)[];
  readonly now: () => Date;
  readonly later: (minutes: number) => void;
  readonly round: (wishes?: Wishes) => Promise<void>;
}

interface Wishes extends Partial<Pick<Delivery, 'owner' | 'resting' | 'told'>> {
  readonly platforms?: readonly string[];
  readonly signal?: AbortSignal;
}

export function openBox(): Box {
  const state = createSqliteState(join(folderOf({}), 'state.db'));
  let now = new Date('2027-03-01T10:00:00Z');
  const logged: Logged[] = [];
  const told: Box['told'] = [];
  const { asked, said, edited, answers, chat } = answering();
  return {
    state,
    asked,
    said,
    edited,
    told,
    logged,
    answers,
    now: () => now,
    later: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)),
    round: ({ platforms = ['slack'], signal = new AbortController().signal, ...wishes } = {}) =>
      deliver(
        {
          state,
          chats: new Map(platforms.map((platform) => [platform, chat])),
          owner: 'me',
          now: () => now,
          log: logInto(logged),
          told: async ({ key }, settled) => void told.push([key, settled]),
          ...wishes,
        },
        signal,
      ),
  };
}

function answering() {
  const answers: Box['answers'] = [];
  const [asked, said, edited]: [Box['asked'][number][], Box['said'][number][], string[]] = [[], [], []];
  const answer = async (ref: string): Promise<Posted> => {
    const next = answers.shift() ?? { status: 'posted', ref };
    return typeof next === 'function' ? next() : next;
  };
  const chat: Pick<Chat, 'post' | 'edit'> = {
    post: (_to, _view, { mayStill: _mayStill, ...how }) => {
      asked.push({ key: how.key, since: how.since?.toISOString() ?? null });
      said.push(how);
      return answer(how.key);
    },
    edit: (ref) => {
      edited.push(ref);
      return answer(ref);
    },
  };
  return { answers, asked, said, edited, chat };
}
