/** A process that is killed while it posts: whenever that is, the next one says nothing twice, and leaves nothing out. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { scopesFor } from '../../adapters/slack/setup/scopes.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { folderOf } from '../adapters/temporary-folder.ts';
import type { Slack } from '../slack/index.ts';
import { startSlack } from '../slack/index.ts';
import { letterOf, waiting, write } from './letter.ts';

/** A process takes a second to begin, and much longer on a busy machine. */
jest.setTimeout(60_000);

const program = resolve(import.meta.dirname, 'delivering.ts');
const compiled = folderOf({});

let slack: Slack;
let path: string;
let children: ChildProcess[];
beforeEach(async () => {
  slack = await startSlack({ app: { scopes: scopesFor(true) }, patience: 20_000 });
  path = join(folderOf({}), 'state.db');
  children = [];
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  const ended = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  for (const child of ended) child.kill('SIGKILL');
  await Promise.all(ended.map((child) => once(child, 'exit')));
  await slack.stop();
});

/** It loads its modules, and waits to be told. */
function prepared(way: string): ChildProcess {
  const child = spawn(process.execPath, [program, path, slack.apiUrl, slack.botToken, way], {
    stdio: ['pipe', 'ignore', 'inherit'],
    // The second one and all others begin in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  children.push(child);
  return child;
}

async function withState<T>(work: (state: ReturnType<typeof createSqliteState>) => Promise<T>): Promise<T> {
  const state = createSqliteState(path);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

const keys = Array.from({ length: 100 }, (_, at) => `k${String(at).padStart(2, '0')}`);

/** Half of them in a channel, half before one person, whose conversation with the bot is known. */
const fill = (): Promise<void> =>
  withState(async (state) => {
    const person = { id: 'UHANAKO', name: 'hanako', organiser: false, guest: false };
    await state.put({ kind: 'slack-direct', key: person.id, version: null, value: 'DHANAKO' });
    slack.seenBy('hanako', 'dm');
    await write(state, ...keys.map((key, at) => letterOf(key, at % 2 === 0 ? {} : { to: person })));
  });

const standing = (): readonly string[] =>
  [...slack.seenBy('hanako', 'general'), ...slack.seenBy('hanako', 'dm')]
    .map((text) => text.replace('Letter ', ''))
    .toSorted();

const isTwice = (): boolean => new Set(standing()).size < standing().length;

const aMessageMore = async (): Promise<void> => {
  const before = standing().length;
  await slack.until(() => standing().length > before);
};

/** Just when a message stands there; a while after that; when the bot has begun to look, or to post. */
const moments: readonly (() => Promise<void>)[] = [
  aMessageMore,
  async () => {
    await aMessageMore();
    await wait(Math.random() * 60);
  },
  async () => {
    const before = slack.calls.length;
    await slack.until(() => slack.calls.slice(before).some(({ method }) => method !== 'auth.test'));
    await wait(Math.random() * 4);
  },
];

/** One kill after the other, at each of these moments in turn. */
async function killed(times: number, way: string): Promise<void> {
  let next = prepared(way);
  for (let kill = 0; kill < times; kill += 1) {
    const child = next;
    const ended = once(child, 'exit');
    next = prepared(way);
    child.stdin?.write('begin\n');
    await moments[kill % moments.length]?.();
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  }
  // There was something left to do each time.
  expect(standing().length).toBeLessThan(keys.length);
  next.stdin?.write('begin\n');
  expect(await once(next, 'exit')).toEqual([0, null]);
}

test('20 times, at any point: every letter stands there once', async () => {
  await fill();
  await killed(20, 'careful');
  expect(standing()).toEqual(keys);
  expect(await withState(waiting)).toEqual([]);
  expect(slack.violations).toEqual([]);
});

test('one that does not look where it posted before says something twice', async () => {
  await fill();
  await killed(4, 'careless');
  expect(isTwice()).toBe(true);
});
