/** What the two threads say to each other: the members of Library, by name. */
import type { Library } from '../../src/port.ts';

export type Member = keyof Library | 'close';

/** `close` ends the thread once what is under way is done. */
export interface Request {
  readonly id: number;
  readonly member: Member;
  readonly argument: unknown;
}

export type Reply =
  | { readonly id: number; readonly type: 'value'; readonly value: unknown }
  | { readonly id: number; readonly type: 'error'; readonly error: unknown }
  | {
      readonly id: number;
      readonly type: 'progress';
      readonly progress: { done: number; of: number | null };
    };
