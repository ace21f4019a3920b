/** What a service answers to one request, if it is what it should be. */
import type { z } from 'zod';
import type { FeedAnswer, Fetched } from '../../src/port.ts';

export type Failed = Extract<FeedAnswer, { status: 'failed' }>;

export type Answered<T> = { readonly status: 'ok'; readonly value: T } | Failed;

/** Never throws: what is no JSON, or of another shape, is a failure. */
export function readAnswer<T>(answer: Fetched, shape: z.ZodType<T>): Answered<T> {
  if (answer.status === 'failed') return answer;
  const read = answer.status === 'ok' ? shape.safeParse(jsonOf(answer.text)) : undefined;
  if (read?.success === true) return { status: 'ok', value: read.data };
  const at = read?.error.issues[0]?.path.join('.') ?? '';
  return { status: 'failed', reason: 'unreadable', detail: at, retryAfter: null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
