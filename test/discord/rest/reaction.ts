/** Reactions. https://docs.discord.com/developers/resources/message#create-reaction */
import { userById } from '../json/user.ts';
import type { Reaction } from '../reaction.ts';
import { react, unreact } from '../reaction.ts';
import { refuse } from '../refusal.ts';
import type { Context, Route } from './define.ts';
import { param, route } from './define.ts';
import { message, need, room } from './find.ts';

function reaction(context: Context): Reaction {
  const here = room(context);
  if (here.thread?.archived === true) throw refuse('archived');
  const emoji = param(context, 'emoji');
  if (!/\p{Emoji}|:\d+$/u.test(emoji)) throw refuse('unknownEmoji');
  return { channel: here, message: message(context, here), user: context.world.state.app.id, emoji };
}

function addReaction(context: Context): void {
  const of = reaction(context);
  need(context, of.channel, 'readHistory');
  if (!of.message.reactions.has(of.emoji)) need(context, of.channel, 'addReactions');
  react(context.world, of);
}

const reactors = (context: Context): object[] => {
  const { message: of, emoji } = reaction(context);
  return (of.reactions.get(emoji) ?? []).map((id) => userById(context.world.state, id));
};

export const reactionRoutes: readonly Route[] = [
  route(
    'GET /channels/:channel/messages/:message/reactions/:emoji',
    'list_message_reactions_by_emoji',
    reactors,
  ),
  route(
    'PUT /channels/:channel/messages/:message/reactions/:emoji/@me',
    'add_my_message_reaction',
    addReaction,
  ),
  route(
    'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me',
    'delete_my_message_reaction',
    (context) => unreact(context.world, reaction(context)),
  ),
];
