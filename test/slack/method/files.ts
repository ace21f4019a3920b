/** Files: files.*, with the upload in three steps. https://docs.slack.dev/messaging/working-with-files */
import { z } from 'zod';
import { say } from '../conversation.ts';
import { fileInfo, fileJson, fileOf, store } from '../file.ts';
import { threadOf, writable } from './channel.ts';
import type { Method } from './define.ts';
import { count, define, json, optionalText } from './define.ts';

const uploaded = json.pipe(z.array(z.object({ id: z.string(), title: optionalText })).min(1));

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.info': define({
    scope: 'files:read',
    args: z.object({ file: z.string() }),
    run: ({ file }, { world }) => ({ file: fileInfo(fileOf(world.state, file)) }),
  }),
  'files.getUploadURLExternal': define({
    scope: 'files:write',
    args: z.object({ filename: z.string().min(1), length: count.min(1) }),
    run: ({ filename }, { world }) => {
      const mimetype = 'application/octet-stream';
      const { id } = store(world, { name: filename, mimetype, content: '' });
      return { upload_url: `${world.address()}/upload/${id}`, file_id: id };
    },
  }),
  'files.completeUploadExternal': define({
    scope: 'files:write',
    args: z.object({
      files: uploaded,
      channel_id: optionalText,
      initial_comment: optionalText,
      thread_ts: optionalText,
    }),
    run: (args, context) => {
      const { world } = context;
      const files = args.files.map(({ id }) => fileOf(world.state, id));
      if (args.channel_id !== undefined) {
        const channel = writable(context, args.channel_id);
        const thread = threadOf(channel, args.thread_ts);
        const user = world.state.app.user;
        const text = args.initial_comment ?? '';
        say(world, channel, { user, text, blocks: [], files, thread, subtype: 'file_share' });
      }
      return { files: files.map(fileJson) };
    },
  }),
};
