/** What else can become of the files while no process has them, and of a process while another one takes its place. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isIdle } from './lives.ts';
import type { Blow } from './lives.ts';
import { fill, mayMount, mount, mountReadOnly, requireThat, unmount } from './mounting.ts';
import type { World } from './world.ts';

/** Milliseconds. */
const patience = 30_000;
const day = 24 * 60 * 60_000;

/** Milliseconds that a disk is full. */
const scarce = 2000;

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

const filesOf = ({ state }: World): Files =>
  [state, `${state}-wal`, `${state}-shm`]
    .filter((path) => existsSync(path))
    .map((path) => [path, readFileSync(path)]);

function dropJournals({ state }: World): void {
  for (const journal of ['-wal', '-shm']) rmSync(state + journal, { force: true });
}

function putBack(files: Files, world: World): void {
  dropJournals(world);
  for (const [path, bytes] of files) writeFileSync(path, bytes);
}

/** Yesterday’s State is put back: it knows nothing of the digest that has been posted since. */
const restored: Blow = async (_, world) => {
  const before = filesOf(world);
  const earlier = await world.prepare();
  earlier.at(world.moveTo(world.now()));
  await world.watch.until(() => isIdle(earlier, world), patience);
  await earlier.stop();
  putBack(before, world);
  world.moveTo(world.now() + day);
  return async () => {};
};

/** The first page of the State is garbage: nothing is posted, and the file is left to whoever may mend it. */
const corrupted: Blow = async (_, world) => {
  const before = filesOf(world);
  const { begun } = world.traffic();
  const garbage = Buffer.alloc(4096, 'garbage');
  // The journal may have that page as well.
  dropJournals(world);
  writeFileSync(world.state, Buffer.concat([garbage, readFileSync(world.state).subarray(garbage.length)]));
  const broken = readFileSync(world.state);
  return async () => {
    const isSame = broken.equals(readFileSync(world.state));
    putBack(before, world);
    requireThat(isSame, 'a broken State was written to');
    requireThat(world.traffic().begun === begun, 'something was posted without a State');
  };
};

/** Nothing can be written into the folder of the data. */
const readOnly: Blow = async (_, { data, traffic }) => {
  const { begun } = traffic();
  mountReadOnly(data);
  return async () => {
    unmount(data);
    requireThat(traffic().begun === begun, 'something was posted that could not be claimed');
  };
};

/** While it posts, the disk becomes full, to the last byte; after a while there is room again, and it goes on. */
const full: Blow = async (_, world) => {
  const { data, watch, traffic } = world;
  const files = filesOf(world);
  const { begun } = traffic();
  mount('-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', data);
  putBack(files, world);
  const ballast = join(data, 'ballast');
  const over = new AbortController();
  const strike = async (): Promise<void> => {
    await watch.until(() => over.signal.aborted || traffic().begun > begun, patience);
    fill(ballast);
    await wait(scarce, null, over);
  };
  const struck = strike()
    .catch(() => {})
    .then(() => rmSync(ballast, { force: true }));
  return async () => {
    over.abort();
    watch.notice();
    await struck;
    const left = filesOf(world);
    unmount(data);
    putBack(left, world);
  };
};

/**
 * Milliseconds that all posts of a round take until they are sent. Who is stopped between the last look at his lease and the
 * sending can not be helped by anything: a platform that knows no key would have it twice.
 */
const sending = 60;

/** A process is stopped for longer than its lease, and another one takes over; then it wakes, and knows nothing of that. */
export const stopped: Blow = async (child, world) => {
  const { watch, traffic, weather } = world;
  const other = await world.prepare();
  const over = new AbortController();
  const { begun } = traffic();
  const strike = async (): Promise<void> => {
    await watch.until(() => over.signal.aborted || traffic().begun > begun, patience);
    await wait(sending + weather.chance() * weather.latency, null, over);
    child.kill('SIGSTOP');
    await wait(weather.timing.lease, null, over);
    other.at(world.moveTo(world.now()));
    // Where it was stopped while it wrote, the other one waits for it in vain.
    await watch.until(() => over.signal.aborted || isIdle(other, world), 4000);
    other.kill();
    await other.ended;
    child.kill('SIGCONT');
  };
  const struck = strike().catch(() => {});
  return async () => {
    over.abort();
    watch.notice();
    await struck;
    other.kill();
    await other.ended;
  };
};

export const accidents: readonly Blow[] = [
  restored,
  corrupted,
  stopped,
  ...(mayMount() ? [readOnly, full] : []),
];
