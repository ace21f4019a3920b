/**
 * Publishes what was written into a checkout, and takes in what people pushed. Here a branch is people's tip (the base) and on
 * top of it the bot's own commits, which wait for being pushed or for being accepted; after whatever happens they are
 * made anew on top of where people are. Only then the files of the checkout follow, and only then the refs.
 */
import type { Published, PublishedAs, Publication, Publisher } from '../../src/port.ts';
import { idOf, treeOf, treeWithFiles, writeCommit } from './commit.ts';
import { isWaiting, lookHere, move } from './here.ts';
import type { Here } from './here.ts';
import { propose } from './propose.ts';
import type { Proposing } from './propose.ts';
import { createQueue } from './queue.ts';
import { fetchBranch, push } from './remote.ts';
import { keyIn, messageFor, proposedMessage, replay } from './replay.ts';
import type { OnConflict, Own } from './replay.ts';
import { ask } from './run.ts';

export interface PublisherParts extends Proposing {
  readonly as: PublishedAs;
  /** Of the repository, that is the content; '' for all of it. */
  readonly contentFolder: string;
  /** Told of what nobody is waiting for. */
  readonly failed: (error: unknown) => void;
}

/** As often as somebody may be faster. */
const mostTries = 5;

export function createPublisher(parts: PublisherParts): Publisher {
  const queue = createQueue();
  const failed = (error: unknown): string => {
    parts.failed(error);
    return Error.isError(error) ? error.message : String(error);
  };
  return {
    exclusively: queue,
    pull: () =>
      queue(() =>
        pull(parts).catch((error: unknown) => {
          failed(error);
          return false;
        }),
      ),
    publish: (publication) =>
      queue(() =>
        publish(parts, publication).catch((error: unknown): Published => ({
          status: 'later',
          reason: failed(error),
        })),
      ),
  };
}

async function pull(parts: PublisherParts): Promise<boolean> {
  const fetched = await fetchBranch(parts.git, parts.branch);
  if (!('tip' in fetched)) return false;
  const here = await lookHere(parts.git);
  if (fetched.tip === here.base) return true;
  const isLocal = parts.as === 'file' || parts.as === 'commit';
  // What is proposed is safe on its branch, and what people did after that is newer.
  const onConflict: OnConflict = (own) => (!isWaiting(own) ? 'leave-out' : isLocal ? 'insist' : 'give-up');
  const head = await replay(parts, { commits: here.own, onto: fetched.tip, onConflict });
  return head !== null && move(parts, here, { base: fetched.tip, head });
}

async function publish(parts: PublisherParts, publication: Publication): Promise<Published> {
  if (!/^[a-z0-9-]+$/u.test(publication.key)) throw new Error('a key that can be no branch');
  await commit(parts, publication);
  return waysOut[parts.as](parts, publication);
}

/** Exactly these files; none where they are as they were. */
async function commit(parts: PublisherParts, { paths, title, key }: Publication): Promise<void> {
  const { git, contentFolder } = parts;
  const inside = paths.map((path) => (contentFolder === '' ? path : `${contentFolder}/${path}`));
  const head = await idOf(git, 'HEAD');
  const tree = await treeWithFiles(parts, head, inside);
  if (tree === (await treeOf(git, head))) return;
  const message = messageFor(title.replaceAll(/\s+/gu, ' ').trim(), key);
  const made = await writeCommit(git, { tree, parent: head, message });
  await ask(git, ['update-ref', `refs/heads/${parts.branch}`, made, head]);
}

type WayOut = (parts: PublisherParts, publication: Publication) => Promise<Published>;

/** A file alone is committed, too, and nobody sees it: so what people push can be merged with it. */
const waysOut: Readonly<Record<PublishedAs, WayOut>> = {
  file: async () => ({ status: 'kept' }),
  commit: async () => ({ status: 'committed' }),
  push: pushAll,
  'pull-request': proposeAll,
};

async function pushAll(parts: PublisherParts, publication: Publication): Promise<Published> {
  for (let tries = 0; tries < mostTries; tries++) {
    const published = await pushOnce(parts, publication);
    if (published !== null) return published;
  }
  return proposeAll(parts, publication);
}

/** `null`: somebody was faster. */
async function pushOnce(parts: PublisherParts, publication: Publication): Promise<Published | null> {
  const { git, branch } = parts;
  const here = await lookHere(parts.git);
  const known = proposedAs(here, publication);
  if (known !== null) return known;
  const fetched = await fetchBranch(git, branch);
  if ('reason' in fetched) return { status: 'later', reason: fetched.reason };
  if ('absent' in fetched) return { status: 'later', reason: branch };
  const { tip } = fetched;
  const made = await replay(parts, {
    commits: here.own.filter(isWaiting),
    onto: tip,
    onConflict: () => 'give-up',
  });
  if (made === null) return proposeAll(parts, publication);
  const pushed =
    made === tip ? { status: 'pushed' as const } : await push(git, { commit: made, branch, expected: tip });
  if (pushed.status === 'lost') return null;
  if (pushed.status === 'refused') return proposeAll(parts, publication);
  if (pushed.status === 'unreachable') return { status: 'later', reason: pushed.reason };
  await settle(parts, here, made);
  return { status: 'pushed', commit: made };
}

/** Nothing waits, and the last that was made of that work is with people already. */
function proposedAs({ own }: Here, { key }: Publication): Published | null {
  if (own.some(isWaiting)) return null;
  const url = own.findLast(({ message }) => keyIn(message) === key)?.proposed ?? null;
  return url === null ? null : { status: 'proposed', url };
}

/** People have all that waited; what is proposed stays on top of it. */
async function settle(parts: PublisherParts, here: Here, base: string): Promise<void> {
  const commits = here.own.filter((own) => !isWaiting(own));
  const head = await replay(parts, { commits, onto: base, onConflict: () => 'leave-out' });
  if (head !== null) await move(parts, here, { base, head });
}

async function proposeAll(parts: PublisherParts, publication: Publication): Promise<Published> {
  const here = await lookHere(parts.git);
  const known = proposedAs(here, publication);
  if (known !== null) return known;
  const fetched = await fetchBranch(parts.git, parts.branch);
  if (!('tip' in fetched))
    return { status: 'later', reason: 'reason' in fetched ? fetched.reason : parts.branch };
  const { tip } = fetched;
  const { key, title } = workOf(here, publication);
  const commits = here.own.filter((own) => isWaiting(own) || keyIn(own.message) === key);
  if ((await replay(parts, { commits, onto: tip, onConflict: () => 'give-up' })) === tip) {
    await settle(parts, here, tip);
    return { status: 'pushed', commit: tip };
  }
  const proposed = await propose(parts, { commits, key, title, tip, base: here.base });
  if ('reason' in proposed) return { status: 'later', reason: proposed.reason };
  await keepProposed(parts, here, { tip, url: proposed.url });
  return { status: 'proposed', url: proposed.url };
}

/** What was to be proposed before, and could not be then, keeps its name. */
function workOf({ own }: Here, { key, title }: Publication): Pick<Publication, 'key' | 'title'> {
  const waiting = own.filter(isWaiting).map(({ message }) => message);
  const last = waiting.at(-1) ?? '';
  if (waiting.some((message) => keyIn(message) === key)) return { key, title };
  return { key: keyIn(last) ?? key, title: last.split('\n')[0] || title };
}

/** What members search stays as it is, whatever becomes of it. */
async function keepProposed(
  parts: PublisherParts,
  here: Here,
  { tip, url }: { readonly tip: string; readonly url: string },
): Promise<void> {
  const commits = await Promise.all(
    here.own.map(async (own): Promise<Own> => {
      if (!isWaiting(own)) return own;
      return { ...own, message: proposedMessage(own.message, url), proposed: url };
    }),
  );
  const onConflict: OnConflict = ({ proposed }) => (proposed === url ? 'insist' : 'leave-out');
  const head = await replay(parts, { commits, onto: tip, onConflict });
  if (head !== null) await move(parts, here, { base: tip, head });
}
