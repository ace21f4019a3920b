/** What the bot itself says within a note. */
import type { noteText as english } from '../en/note-text.ts';

export const noteText: typeof english = {
  nobody: '匿名',
  edited: (clock) => `${clock} 編集`,
  withheld: (count) => `同意していない人の発言 ${count} 件は載せていません。`,
};
