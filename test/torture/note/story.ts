/** What becomes of one conversation: it is collected, goes on, is collected again, and one of its messages is edited. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../slack/state.ts';
import type { Wish } from './orders.ts';
import type { NoteWorld } from './world.ts';
import { rooms } from './world.ts';

export interface Chapter {
  /** In Slack, and in the file. */
  readonly happens: () => Promise<void>;
  readonly wish: Wish['wish'];
  /** Ref of a message of it, once it has begun. */
  readonly at: () => string;
  /** What the note has to say then, and what not any more. */
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
}

export function storyOf(number: number, { slack, shelf, content }: NoteWorld): readonly Chapter[] {
  const channel = rooms[number % rooms.length] ?? rooms[0];
  const [first, second, third, edited] = ['first', 'second', 'third', 'edited'].map(
    (word) => `${word}${String(number).padStart(4, '0')}`,
  ) as [string, string, string, string];
  let [begun, last] = [null as Message | null, null as Message | null];
  const at = (): string => `${begun?.channel}/${begun?.ts}`;
  const answer = async (user: string, text: string): Promise<void> => {
    last = await slack.post({ user, channel, text, ...(begun !== null && { thread: begun }) });
    begun ??= last;
  };
  return [
    {
      happens: async () => {
        await answer('yui', `What of ${first}, and of the caches?`);
        await answer('ken', `Of ${second}: \`$& {{ a }}\``);
      },
      wish: 'collect',
      at,
      says: [first, second],
      saysNot: [],
    },
    {
      happens: async () => {
        const path = shelf.fileOf(first);
        if (path !== null) writeAround(path, number);
        await answer('yui', `And ${third}`);
      },
      wish: 'collect',
      at,
      says: [first, second, third],
      saysNot: [],
    },
    {
      happens: async () => {
        if (last !== null) await slack.edit(last, `And ${edited}`);
      },
      wish: 'changed',
      at,
      says: [first, second, edited],
      saysNot: [third],
    },
  ];

  /** People write above it and below it. */
  function writeAround(path: string, mark: number): void {
    const [, header = '', rest = ''] = /^(---\r?\n[^]*?\n---\r?\n)([^]*)$/.exec(shelf.text(path)) ?? [];
    writeFileSync(join(content, path), `${header}\r\nAbove ${mark} $&\r\n${rest}\nBelow ${mark}\t`);
    shelf.note(path);
  }
}
