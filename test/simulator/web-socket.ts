/** Saying goodbye to WebSockets. */
import { once } from 'node:events';
import type { WebSocket, WebSocketServer } from 'ws';

/** Milliseconds that a client has to say goodbye. */
const patience = 1000;

async function close(socket: WebSocket): Promise<void> {
  const closed = once(socket, 'close');
  const timer = setTimeout(() => socket.terminate(), patience);
  socket.close(1001);
  await closed;
  clearTimeout(timer);
}

/** With the handshake that WebSockets have; who does not say goodbye in return is cut. */
export async function closeAll(server: WebSocketServer): Promise<void> {
  await Promise.all([...server.clients].map(close));
}
