/** Connections to the addresses that were looked at, and to nobody else. */
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { NoAnswer } from './no-answer.ts';
import type { Permission } from './permit.ts';

/**
 * For one request: the connection is closed after it, or when the signal comes, even before it is there. No proxy of the
 * environment is asked. Destroy it.
 */
export function dial({ addresses, isOpen }: Permission, signal: AbortSignal): Agent {
  const connect = buildConnector({ lookup: answerWith(addresses), signal, maxCachedSessions: 0 });
  return new Agent({
    pipelining: 0,
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        if (isOpen(socket.remoteAddress ?? '')) return callback(null, socket);
        socket.destroy();
        return callback(new NoAnswer('blocked', String(socket.remoteAddress)), null);
      }),
  });
}

/** A lookup that knows the answer. */
const answerWith =
  (addresses: Permission['addresses']): LookupFunction =>
  (_name, { all }, done) => {
    const [first] = addresses;
    if (all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
