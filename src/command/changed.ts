/** Something in a conversation was edited or deleted: if it is kept, it is read again soon. Chats make this call themselves. */
import { root } from '../view/build.ts';
import { defineCommand } from './spec.ts';

export const changed = defineCommand({
  name: 'changed',
  listed: false,
  options: { at: { type: 'text', rest: true } },
  run: async ({ at }, { notes, call }) => {
    await notes?.changed(call.place.platform, at);
    return { body: root(), next: [] };
  },
});
