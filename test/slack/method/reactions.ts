/** Reactions: reactions.*. */
import { z } from 'zod';
import { react } from '../conversation.ts';
import { Refusal } from '../refusal.ts';
import { message, visible } from './channel.ts';
import type { Method } from './define.ts';
import { define } from './define.ts';

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': define({
    scope: 'reactions:write',
    args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
    run: (args, context) => {
      const channel = visible(context, args.channel);
      const of = { channel, message: message(channel, args.timestamp), name: args.name };
      const isNew = react(context.world, { ...of, user: context.world.state.app.user });
      if (!isNew) throw new Refusal('already_reacted');
      return {};
    },
  }),
};
