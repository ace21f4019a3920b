/** Reactions: reactions.*. */
import { z } from 'zod';
import { replace } from '../conversation.ts';
import { Refusal } from '../refusal.ts';
import { message, visible } from './channel.ts';
import type { Method } from './define.ts';
import { define } from './define.ts';

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': define({
    scope: 'reactions:write',
    args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
    run: (args, context) => {
      const { feed, state } = context.world;
      const channel = visible(context, args.channel);
      const before = message(channel, args.timestamp);
      const users = before.reactions.get(args.name) ?? [];
      if (users.includes(state.app.user)) throw new Refusal('already_reacted');
      const reactions = new Map(before.reactions).set(args.name, [...users, state.app.user]);
      replace(channel, { ...before, reactions });
      feed.tell({
        kind: 'reacted',
        by: state.app.user,
        channel: channel.id,
        onlyFor: null,
        ref: before.ts,
        cause: null,
        lines: [`:${args.name}:`],
      });
      return {};
    },
  }),
};
