/** What a reply means, by its status (RFC 9110 §15). */
import type { Fetched, FetchFailure, Now } from '../../src/port.ts';
import { NoAnswer } from './no-answer.ts';
import { readText } from './text.ts';
import { isSuccess } from './visit.ts';
import type { Reply } from './visit.ts';

const failures: Readonly<Record<number, FetchFailure>> = {
  206: 'broken', // a part, and nobody asked for one
  401: 'refused',
  403: 'refused',
  404: 'missing',
  410: 'gone',
  429: 'limited',
};

const notModified = 304;

/** `isConditional`: was there a copy that could be the same? Throws NoAnswer for what is no success. */
export function answerOf(reply: Reply, isConditional: boolean, now: Now): Fetched {
  const { status, header, bytes } = reply;
  if (status === notModified && isConditional) return { status: 'same' };
  const failure = failures[status];
  if (failure !== undefined || !isSuccess(status))
    throw new NoAnswer(failure ?? 'broken', String(status), secondsOf(header('retry-after'), now));
  return {
    status: 'ok',
    ...readText(bytes, header('content-type')),
    etag: validatorOf(header('etag')),
    modified: validatorOf(header('last-modified')),
  };
}

/** One that could not be sent back is none. */
const validatorOf = (value: string): string | null => (/^[\x20-\x7e]+$/.test(value) ? value : null);

/** Retry-After says seconds or an instant (RFC 9110 §10.2.3). */
function secondsOf(value: string, now: Now): number | null {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // What Date.parse makes of other texts is its own invention.
  const instant = /^[A-Z][a-z]+, .* GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) return null;
  return Math.max(0, Math.ceil((instant - now().getTime()) / 1000));
}
