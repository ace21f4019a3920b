/** A client that says what it likes: bytes on a socket, for what no well-behaved client would send. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface Raw {
  readonly socket: Socket;
  /** Everything that has come so far. */
  readonly heard: () => string;
  /** Settles when the text has come. Rejects if the server closes before. */
  readonly until: (text: string) => Promise<void>;
  readonly closed: Promise<void>;
}

/** Connects; `first` is sent at once. */
export async function rawClient(port: number, first = ''): Promise<Raw> {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  // A server that closes on a client that still writes resets the connection: that is an end like any other.
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (first !== '') socket.write(first);
  const until = async (text: string): Promise<void> => {
    while (!heard.includes(text)) {
      const isOver = await Promise.race([once(socket, 'data').then(() => false), closed.then(() => true)]);
      if (isOver && !heard.includes(text)) throw new Error(`closed after: ${heard.slice(0, 200)}`);
    }
  };
  return { socket, heard: () => heard, until, closed };
}
