/** Asks one address one question. */
import { request } from 'undici';
import { readBody } from './body.ts';
import { dial } from './dial.ts';
import type { Limits } from './limits.ts';
import { permit } from './permit.ts';
import type { Guard } from './permit.ts';

/** One stop on the way. */
export interface Stop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** May it lead anywhere? */
  readonly isFree: boolean;
}

export interface Journey extends Guard {
  readonly limits: Limits;
  /** Ends it, whatever is under way. */
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  /** Of that name in lower case; '' where there is none. */
  readonly header: (name: string) => string;
  /** Read of a success alone. */
  readonly bytes: Uint8Array;
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Throws NoAnswer, and the errors of the system and of its parts. */
export async function visit({ url, headers, isFree }: Stop, journey: Journey): Promise<Reply> {
  const permission = await permit(url, isFree, journey);
  journey.signal.throwIfAborted();
  const agent = dial(permission, journey.signal);
  try {
    const answer = await request(url, { headers, dispatcher: agent });
    answer.body.on('error', () => {}); // one that nobody reads fails when the connection is closed
    const header = headerOf(answer.headers);
    const bytes = isSuccess(answer.statusCode)
      ? await readBody(answer.body, header('content-encoding').toLowerCase(), journey.limits.bytes)
      : new Uint8Array();
    return { status: answer.statusCode, header, bytes };
  } finally {
    void agent.destroy();
  }
}

/** One that comes twice is a list (RFC 9110 §5.3). */
const headerOf =
  (headers: Readonly<Record<string, string | string[] | undefined>>): Reply['header'] =>
  (name) =>
    [headers[name] ?? []].flat().join(', ');
