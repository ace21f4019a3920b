/** connpass as it is asked: API v2, a key in a header, at most one request a second. https://connpass.com/about/api/v2/ */
import type { z } from 'zod';
import { readAnswer, type Answered } from '../answer.ts';
import { paced } from '../pace.ts';
import type { Fetch, Now, Sleep } from '../../../src/port.ts';

export interface ApiOptions {
  readonly fetch: Fetch;
  /** `null`: there is none, and connpass is not asked. */
  readonly key: string | null;
  /** Ends in `/api/v2`. */
  readonly url: string;
  readonly sleep: Sleep;
  readonly now: Now;
}

/** `path`: below the address, with its query. */
export type Api = <T>(path: string, shape: z.ZodType<T>, signal?: AbortSignal) => Promise<Answered<T>>;

/** A second, and what a timer may ring too early. */
const PAUSE = 1_050;
const REST = 5_000;

export function createApi({ fetch, key, url, sleep, now }: ApiOptions): Api {
  const ask = paced({ fetch, sleep, now, pause: PAUSE, rest: REST });
  return async (path, shape, signal) => {
    if (key === null)
      return { status: 'failed', reason: 'setting', detail: 'CONNPASS_API_KEY', retryAfter: null };
    const headers = { 'X-API-Key': key, Accept: 'application/json' };
    return readAnswer(await ask({ url: `${url}/${path}`, headers, trusted: true }, signal), shape);
  };
}
