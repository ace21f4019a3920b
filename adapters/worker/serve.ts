/** The other end of connect.ts: answers a port with a Library. */
import type { MessagePort } from 'node:worker_threads';
import { UserError } from '../../src/error.ts';
import type { Library, Show } from '../../src/port.ts';
import type { Failure, Reply, Request } from './protocol.ts';

/** Answers requests. A member that throws rejects on the other side, with its stack; `close` runs before the thread ends. */
export function serveLibrary(port: MessagePort, members: Members): void {
  const reply = (message: Reply): void => port.postMessage(message);
  port.on('message', (request: Request) => {
    void answer(request, members, reply);
  });
}

type Members = Library & { readonly close: () => Promise<void> };

async function answer(
  { id, member, argument }: Request,
  members: Members,
  reply: (message: Reply) => void,
): Promise<void> {
  const show: Show = (progress) => reply({ id, type: 'progress', progress });
  try {
    const call = members[member] as (...given: readonly unknown[]) => Promise<unknown>;
    reply({ id, type: 'value', value: await call(...(member === 'sync' ? [show] : [argument, show])) });
  } catch (error) {
    reply({ id, ...failure(error) });
  }
}

/** Errors of Node can be cloned; what else was thrown becomes one. */
function failure(error: unknown): Failure {
  if (error instanceof UserError) return { type: 'refusal', code: error.code, facts: error.facts };
  return { type: 'error', error: Error.isError(error) ? error : new Error(String(error)) };
}
