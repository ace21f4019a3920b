/** Doorkeeper as it is asked: a token in a header, 300 requests in five minutes. https://www.doorkeeper.jp/developer/api */
import { z } from 'zod';
import { readAnswer, type Answered } from '../answer.ts';
import { paced } from '../pace.ts';
import type { Fetch, Now, Sleep } from '../../../src/port.ts';

export interface ApiOptions {
  readonly fetch: Fetch;
  /** `null`: there is none. Doorkeeper may answer all the same, as far as it does without one. */
  readonly token: string | null;
  readonly url: string;
  readonly sleep: Sleep;
  readonly now: Now;
}

/** One page of events. `path`: below the address, with its query. */
export type Api = (path: string, signal?: AbortSignal) => Promise<Answered<readonly unknown[]>>;

/** Never more than 300 in five minutes, however many are asked. */
const PAUSE = 1_050;
const REST = 60_000;

const page = z.array(z.unknown());

export function createApi({ fetch, token, url, sleep, now }: ApiOptions): Api {
  const ask = paced({ fetch, sleep, now, pause: PAUSE, rest: REST });
  const headers = {
    Accept: 'application/json',
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
  return async (path, signal) =>
    readAnswer(await ask({ url: `${url}/${path}`, headers, trusted: true }, signal), page);
}
