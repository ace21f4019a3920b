/** What was said since the start, so that a terminal has threads like any other chat. */
import type { Root } from 'mdast';
import type { Person, Place, Posted, Remark, Thread, View } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';
import { place } from './call.ts';

/** The bot, as the author of its own messages. */
const bot: Person = { id: 'bot', name: 'meetup', organiser: false, guest: false };

/** What is said here answers nothing and has nothing hanging on it. */
const whole = { edited: null, quotes: [], files: [], url: null } as const;

export interface Messages {
  readonly heard: (line: string, author: Person) => void;
  /** The same key posts once; `isNew` says whether this was the first time. */
  readonly posted: (view: View, key: string) => { readonly ref: string; readonly isNew: boolean };
  readonly edited: (ref: string, view: View) => Posted;
  readonly thread: (at: string | Place) => Thread;
}

/** Nothing said yet; `now` gives the time of each remark. */
export function createMessages(now: () => Date): Messages {
  const remarks: Remark[] = [];
  const byKey = new Map<string, string>();
  const add = (author: Person, body: Root): string => {
    const id = String(remarks.length + 1);
    remarks.push({ ...whole, id, author, isProgram: author === bot, at: now(), body });
    return id;
  };
  return {
    heard: (line, author) => void add(author, root(paragraph(line))),
    posted: (view, key) => {
      const known = byKey.get(key);
      if (known !== undefined) return { ref: known, isNew: false };
      const ref = add(bot, view.body);
      byKey.set(key, ref);
      return { ref, isNew: true };
    },
    edited: (ref, view) => {
      const index = remarks.findIndex(({ id }) => id === ref);
      const remark = remarks[index];
      if (remark === undefined) return { status: 'refused', reason: 'message_not_found' };
      remarks[index] = { ...remark, body: view.body, edited: now() };
      return { status: 'posted', ref };
    },
    thread: (at) => threadFrom(remarks, typeof at === 'string' ? at : (at.thread ?? '')),
  };
}

function threadFrom(remarks: readonly Remark[], ref: string): Thread {
  const first = remarks.findIndex(({ id }) => id === ref);
  const found = first < 0 ? [] : remarks.slice(first);
  return {
    place,
    ref: first < 0 ? '' : ref,
    id: ref,
    title: null,
    url: null,
    expected: found.length,
    async *remarks(after?: string) {
      const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
      yield* found.slice(from);
    },
  };
}
