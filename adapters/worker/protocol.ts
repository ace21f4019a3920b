/** What the two threads say to each other: the members of Library, by name. */
import type { Facts } from '../../src/error.ts';
import type { Library } from '../../src/port.ts';

export type Member = keyof Library | 'close';

/** `close` ends the thread once what is under way is done. */
export interface Request {
  readonly id: number;
  readonly member: Member;
  readonly argument: unknown;
}

export type Failure =
  | { readonly type: 'error'; readonly error: unknown }
  /** A UserError: of its own class nothing would arrive. */
  | { readonly type: 'refusal'; readonly code: string; readonly facts: Facts };

export type Reply = { readonly id: number } & (
  | Failure
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'progress'; readonly progress: { done: number; of: number | null } }
);
