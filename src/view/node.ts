/** The two nodes we add to mdast. Every chat shows an instant in the reader's own zone; only a command can notify anyone. */
import type { Data, Node } from 'mdast';

/** An instant, or a whole day. */
export interface Time extends Node {
  type: 'time';
  /** RFC 3339 with an offset, or `YYYY-MM-DD` for a whole day. */
  value: string;
  /** Where it happens (IANA name): shown beside the reader's own time where the two differ. */
  zone: string;
  /** How much of it to say. */
  style: 'day' | 'moment' | 'clock';
  data?: Data;
}

/** Someone, or a channel, that the command asked to notify. Text can never make one. */
export interface Mention extends Node {
  type: 'mention';
  of: 'person' | 'role' | 'channel';
  id: string;
  name: string;
  data?: Data;
}

declare module 'mdast' {
  interface Data {
    /** Of a text that is the name of someone: their id. */
    person?: string;
  }
  interface PhrasingContentMap {
    time: Time;
    mention: Mention;
  }
  interface RootContentMap {
    time: Time;
    mention: Mention;
  }
}
