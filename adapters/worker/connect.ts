/** The Library of a worker thread: parsing and searching never hold up an acknowledgement, which has three seconds. */
import type { Worker } from 'node:worker_threads';
import { UserError } from '../../src/error.ts';
import type { Library, Show } from '../../src/port.ts';
import type { Member, Reply, Request } from './protocol.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly show: Show | undefined;
}

export interface Connection {
  readonly library: Library;
  /** Lets the thread finish and close its files. */
  readonly close: () => Promise<void>;
}

/**
 * Questions that may wait for the thread, which answers the oldest first. A search takes it some 20 milliseconds on a slow
 * machine and a command asks twice, so that whoever is let in hears within a second; who is not is told so at once.
 */
export const mostWaiting = 20;

/** Nobody sits and waits for these, and they must not be lost. */
const patient: ReadonlySet<Member> = new Set([
  'sync',
  'refresh',
  'add',
  'text',
  'change',
  'keep',
  'scrub',
  'close',
]);

/**
 * A Library whose members run in `worker`. Rejects with UserError `busy` where too many are waiting. When the thread
 * ends, what is still asked of it is rejected.
 */
export function connectLibrary(worker: Worker): Connection {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | null = null;

  const ask = (member: Member, argument?: unknown, show?: Show): Promise<never> => {
    if (ended !== null) return Promise.reject(ended);
    if (waiting.size >= mostWaiting && !patient.has(member)) return Promise.reject(new UserError('busy'));
    const id = (last += 1);
    const answer = new Promise<never>((resolve, reject) => waiting.set(id, { resolve, reject, show }));
    worker.postMessage({ id, member, argument } satisfies Request);
    return answer;
  };

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };

  worker.on('message', (reply: Reply) => settle(reply, waiting));
  worker.on('error', (error) => end(error));
  worker.on('exit', () => end(new Error('the search thread has ended')));

  const library: Library = {
    settings: () => ask('settings'),
    search: (request) => ask('search', request),
    explain: (request) => ask('explain', request),
    read: (id) => ask('read', id),
    reports: (of) => ask('reports', of),
    catalogue: () => ask('catalogue'),
    digests: (of) => ask('digests', of),
    names: (of) => ask('names', of),
    completions: (of) => ask('completions', of),
    happenings: (between) => ask('happenings', between),
    event: (name) => ask('event', name),
    status: () => ask('status'),
    sync: (show) => ask('sync', undefined, show),
    feeds: () => ask('feeds'),
    refresh: (of, show) => ask('refresh', of, show),
    add: (file) => ask('add', file),
    text: (path) => ask('text', path),
    change: (change) => ask('change', change),
    keep: (asset) => ask('keep', asset),
    scrub: () => ask('scrub'),
  };
  return { library, close: () => closeWorker(worker, () => ask('close')) };
}

/** Milliseconds that the thread has to finish. Its files survive being cut off: the index is a journal. */
const patience = 3_000;

async function closeWorker(worker: Worker, ask: () => Promise<unknown>): Promise<void> {
  const deadline = Promise.withResolvers<void>();
  const timer = setTimeout(() => deadline.resolve(), patience);
  try {
    await Promise.race([ask(), deadline.promise]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function settle(reply: Reply, waiting: Map<number, Waiting>): void {
  const asked = waiting.get(reply.id);
  if (asked === undefined) return;
  if (reply.type === 'progress') {
    asked.show?.(reply.progress);
    return;
  }
  waiting.delete(reply.id);
  if (reply.type === 'value') asked.resolve(reply.value as never);
  else asked.reject(reply.type === 'refusal' ? new UserError(reply.code, reply.facts) : reply.error);
}
