/** A bare Socket Mode client: it shows every frame, and acknowledges only what a test tells it to. */
import { WebSocket } from 'ws';
import type { Slack } from './index.ts';

/** A client that does only what a test tells it to. */
export interface Client {
  readonly frames: readonly Readonly<Record<string, unknown>>[];
  /** Resolves when that many frames came. */
  has(count: number): Promise<void>;
  send(frame: object): void;
}

/** The address of a new connection. */
export async function ticket(slack: Slack): Promise<string> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${slack.appToken}` },
  });
  const { url } = (await response.json()) as { url: string };
  return url;
}

/** Resolves when it was greeted, or told to go. */
export async function connect(slack: Slack): Promise<Client> {
  const socket = new WebSocket(await ticket(slack));
  const frames: Readonly<Record<string, unknown>>[] = [];
  const watchers = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Readonly<Record<string, unknown>>);
    watchers.forEach((watch) => watch());
  });
  const has = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const watch = (): void => (frames.length >= count ? resolve() : undefined);
      watchers.add(watch);
      watch();
    });
  await has(1);
  return { frames, has, send: (frame) => socket.send(JSON.stringify(frame)) };
}
