/** A file that came with an answer, for whoever sees the message that it hangs on. */
import type { Context } from 'hono';
import { UserError } from '../../../src/error.ts';
import type { Conversation } from './conversation.ts';
import { channelOf } from './spot.ts';
import type { Spot } from './spot.ts';
import type { ChatVisit } from './visit.ts';

/** Path below the site's root. `message`: its `id`. */
export const filePath = ({ room }: Spot, message: number, name: string): string =>
  `/chat/${room}/file/${message}/${name}`;

/** Throws UserError `no-file`. A browser keeps it and shows nothing of it. */
export function download(
  context: Context,
  { person, spot, param }: ChatVisit,
  { history }: Conversation,
): Response {
  const message = history.find(Number(param('id')));
  const isTheirs =
    message?.channel === channelOf(spot.room, person.id) &&
    (message.only === null || message.only === person.id);
  const file = isTheirs ? message.files.find(({ name }) => name === param('name')) : undefined;
  if (file === undefined) throw new UserError('no-file');
  return context.body(file.text, 200, {
    'Content-Type': `${file.type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${file.name}"`,
  });
}
