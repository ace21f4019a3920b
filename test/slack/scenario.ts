/** What goes wrong with the Web API on purpose: rate limits, errors, answers that never arrive. */

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

export interface Scenario {
  /** The next `times` calls of the method go wrong like that. */
  plan(method: string, fault: Fault, times: number): void;
  /** What is planned for this call, if anything; it is used up. */
  take(method: string): Fault | undefined;
}

export function createScenario(): Scenario {
  const planned = new Map<string, readonly Fault[]>();
  return {
    plan: (method, fault, times) => {
      const more = Array.from({ length: times }, () => fault);
      planned.set(method, [...(planned.get(method) ?? []), ...more]);
    },
    take: (method) => {
      const [first, ...rest] = planned.get(method) ?? [];
      planned.set(method, rest);
      return first;
    },
  };
}
