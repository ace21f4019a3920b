/** What the process that takes notes is told: when it is made, and then line by line. */
import type { Person, Place } from '../../../src/port.ts';
import type { Door } from '../orders.ts';

export interface NoteOrders {
  /** File of the State, and folder of the community. */
  readonly state: string;
  readonly content: string;
  readonly slack: Door;
  /** Who collects, and where they are. */
  readonly who: { readonly person: Person; readonly place: Place };
  /** `in-place`: writes over a file instead of beside it, which is wrong on purpose. */
  readonly way: 'right' | 'in-place';
}

export interface Wish {
  readonly id: number;
  /** `changed`: a message was edited. */
  readonly wish: 'collect' | 'changed';
  /** Ref of a message. */
  readonly at: string;
}
