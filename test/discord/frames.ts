/** A bare client of the gateway: it shows every frame, and sends only what a test tells it to. */
import { WebSocket } from 'ws';
import type { Discord } from './index.ts';

export interface Frame {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: unknown;
}

export interface Frames {
  readonly seen: readonly Frame[];
  /** Resolves when that many frames came. */
  has(count: number): Promise<void>;
  send(frame: object): void;
  raw(text: string): void;
  close(code: number): void;
  /** The code with which it was closed. */
  readonly closed: Promise<number>;
}

/** Resolves when it was greeted. */
export async function open(discord: Discord): Promise<Frames> {
  const socket = new WebSocket(
    `${discord.apiUrl.replace(/^http(.*)\/api$/, 'ws$1')}/gateway?v=10&encoding=json`,
  );
  const seen: Frame[] = [];
  const watchers = new Set<() => void>();
  const { promise: closed, resolve } = Promise.withResolvers<number>();
  socket.on('message', (data: Buffer) => {
    seen.push(JSON.parse(data.toString()) as Frame);
    watchers.forEach((watch) => watch());
  });
  socket.on('close', resolve);
  const has = (count: number): Promise<void> =>
    new Promise((done) => {
      const watch = (): void => (seen.length >= count ? done() : undefined);
      watchers.add(watch);
      watch();
    });
  await has(1);
  return {
    seen,
    has,
    send: (frame) => socket.send(JSON.stringify(frame)),
    raw: (text) => socket.send(text),
    close: (code) => socket.close(code),
    closed,
  };
}
