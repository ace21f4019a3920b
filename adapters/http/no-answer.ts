/** Why there is no answer: thrown inside, told outside. */
import type { FetchFailure, Fetched } from '../../src/port.ts';

/** Its message is the `detail` that people read: no path, no query and no header ever becomes part of it. */
export class NoAnswer extends Error {
  readonly reason: FetchFailure;
  /** Seconds that the server asked to be left alone. */
  readonly retryAfter: number | null;

  constructor(reason: FetchFailure, detail: string, retryAfter: number | null = null) {
    super(detail);
    this.name = 'NoAnswer';
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

/** What the codes of Node, of undici and of zlib mean; a connection that fails in another way leads nowhere. */
const meanings: readonly (readonly [codes: RegExp, FetchFailure])[] = [
  [/TIMEDOUT|TIMEOUT/, 'timeout'],
  [/HEADERS?_OVERFLOW/, 'too-large'],
  // Of the parser of HTTP, of what undici does not send or take, of gzip and of Brotli.
  [/^HPE_|^UND_ERR_(?:INVALID|RES)|^Z_|^ERR__/, 'broken'],
];

/** Of what others throw only the code is told: an address may stand in their messages. */
export function failureOf(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  if (!Error.isError(error)) return new NoAnswer('broken', 'unknown');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) return new NoAnswer('broken', error.name);
  const [, reason] = meanings.find(([codes]) => codes.test(code)) ?? [];
  return new NoAnswer(reason ?? 'unreachable', code);
}

/** The same with the host at which it happened; '' is none. */
export function failureAt(host: string, error: unknown): NoAnswer {
  const { reason, message, retryAfter } = failureOf(error);
  return new NoAnswer(reason, host === '' ? message : `${host}: ${message}`, retryAfter);
}

/** As it is told. */
export const told = ({ reason, message, retryAfter }: NoAnswer): Fetched => ({
  status: 'failed',
  reason,
  detail: message,
  retryAfter,
});
