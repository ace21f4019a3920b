/** What goes wrong with the REST API on purpose: rate limits, errors, answers that never arrive. */
import type { Scenario as Faults } from '../simulator/scenario.ts';

export type Fault =
  /** 429. `retryAfter`: seconds, in header and body, or a header as it is; without it there is neither. `scope`: `user` if nothing is said. */
  | {
      readonly kind: 'limit';
      readonly retryAfter?: number | string;
      readonly scope?: 'user' | 'global' | 'shared';
    }
  /** That status, with Discord's own number. */
  | { readonly kind: 'error'; readonly status: number; readonly code?: number; readonly message?: string }
  /** A page of HTML with that status, such as a proxy makes. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks before anything was done, */
  | { readonly kind: 'cut' }
  /** or after: it was done, and nobody is told. */
  | { readonly kind: 'lost' }
  /** Nothing happens before `until` resolves. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

export type Scenario = Faults<Fault>;
