/** The one guarded way out to the web. What is fetched is text and data, whoever sent it. */

export interface FetchRequest {
  readonly url: string;
  /** For the origin that is asked, and for no other to which it redirects. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the copy that one has: `etag` and `modified` of the answer that brought it. */
  readonly since?: Validators;
  /** The address comes from the environment: it may lead anywhere. Where it redirects may not. */
  readonly trusted?: boolean;
}

/** By what the web knows whether a copy is still good (RFC 9110 §8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** Why there is no answer. */
export type FetchFailure =
  | 'blocked' // an address, port or scheme that nobody is let go to
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'redirects' // too many, or to where one may not go on
  | 'refused' // 401, 403
  | 'missing' // 404
  | 'gone' // 410: for good
  | 'limited' // 429
  | 'broken'; // all else that is no success

export type Fetched =
  | ({ readonly status: 'ok'; readonly text: string; readonly type: string | null } & Validators)
  /** The copy is still good. */
  | { readonly status: 'same' }
  | {
      readonly status: 'failed';
      readonly reason: FetchFailure;
      /** For the log and for organisers: no secret, no query of the address. */
      readonly detail: string;
      /** Seconds that the server asked to be left alone. */
      readonly retryAfter: number | null;
    };

/** Never rejects. Whatever comes is within the limits of `adapters/http`. */
export type Fetch = (request: FetchRequest, signal?: AbortSignal) => Promise<Fetched>;
