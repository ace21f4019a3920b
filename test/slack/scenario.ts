/** What goes wrong with the Web API on purpose: rate limits, errors, answers that never arrive. */
import type { Scenario as Faults } from '../simulator/scenario.ts';

export type Fault =
  /** 429. `retryAfter`: the header, in seconds or as it is; without it there is none. */
  | { readonly kind: 'limit'; readonly retryAfter?: number | string }
  /** `ok: false` with that error. */
  | { readonly kind: 'error'; readonly error: string }
  /** A page of HTML with that status, such as a proxy makes. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks before anything was done, */
  | { readonly kind: 'cut' }
  /** or after: it was done, and nobody is told. */
  | { readonly kind: 'lost' }
  /** Nothing happens before `until` resolves. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

export type Scenario = Faults<Fault>;
