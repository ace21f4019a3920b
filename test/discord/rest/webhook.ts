/** What an app says after its callback: the first answer and what follows it. https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
import { change, remove, say } from '../conversation.ts';
import { flag, has } from '../flags.ts';
import { interactionLimits } from '../limits.ts';
import { messageJson } from '../json/message.ts';
import { refuse } from '../refusal.ts';
import type { Message } from '../message.ts';
import type { Channel } from '../state.ts';
import { messageOf } from '../find.ts';
import type { Interaction } from '../world.ts';
import type { Context, Route } from './define.ts';
import { openRoute, param } from './define.ts';
import { bodyOf, contentOf } from './payload.ts';

/** An interaction that was called back, with the place where it is answered. */
export interface Answering {
  readonly interaction: Interaction;
  readonly channel: Channel;
}

function answering(context: Context): Answering {
  const { world } = context;
  const interaction = world.interactions.get(param(context, 'token'));
  if (!interaction || param(context, 'app') !== world.state.app.id || interaction.callback === null)
    throw refuse('unknownWebhook');
  if (world.clock.now() > interaction.created + interactionLimits.tokenLife) throw refuse('invalidToken');
  const channel = world.state.channels.get(interaction.channel);
  if (!channel) throw refuse('unknownChannel');
  return { interaction, channel };
}

/** The message of that id, `@original` too; of those that the interaction made. */
function find(context: Context, { interaction, channel }: Answering): Message {
  const id = param(context, 'message');
  const found = messageOf(channel, id === '@original' ? (interaction.original ?? '') : id);
  const isOurs = found?.origin?.interaction === interaction.id || found?.id === interaction.original;
  if (!found || !isOurs) throw refuse('unknownMessage');
  return found;
}

const everything = { content: true };

const json = (context: Context, message: Message): object => messageJson(context.world, message, everything);

/** Where it was thinking, this is its first word. */
export function update(context: Context, of: Answering, before: Message): Message {
  const { world } = context;
  const { allowed, nonce: _, ...content } = contentOf(context, bodyOf(context), before);
  const cause = of.interaction.id;
  const changed = change(world, {
    channel: of.channel,
    before,
    after: { ...before, ...content },
    allowed,
    cause,
  });
  if (before.id === of.interaction.original)
    world.interactions.set(of.interaction.token, { ...of.interaction, thinking: false });
  return changed;
}

function follow(context: Context): object {
  const of = answering(context);
  const { world } = context;
  const original = of.interaction.thinking && messageOf(of.channel, of.interaction.original ?? '');
  if (original) return json(context, update(context, of, original));
  const isPrivate = has(bodyOf(context).flags, flag.ephemeral);
  const { interaction } = of;
  const message = say(world, of.channel, {
    ...contentOf(context, bodyOf(context), null),
    author: world.state.app.id,
    origin: { interaction: interaction.id, kind: interaction.kind, user: interaction.user, name: null },
    onlyFor: isPrivate ? interaction.user : null,
    cause: interaction.id,
  });
  return json(context, message);
}

const path = '/webhooks/:app/:token/messages';

const patch = (context: Context): object => {
  const of = answering(context);
  return json(context, update(context, of, find(context, of)));
};

const erase = (context: Context): void => {
  const of = answering(context);
  remove(context.world, of.channel, { message: find(context, of), cause: of.interaction.id });
};

const get = (context: Context): object => json(context, find(context, answering(context)));

/** `@original` is an operation of its own. */
const both = (method: string, name: string, run: (context: Context) => unknown): Route[] => [
  openRoute(`${method} ${path}/@original`, `${name}_original_webhook_message`, (context) =>
    run({ ...context, params: { ...context.params, message: '@original' } }),
  ),
  openRoute(`${method} ${path}/:message`, `${name}_webhook_message`, run),
];

export const webhookRoutes: readonly Route[] = [
  openRoute('POST /webhooks/:app/:token', 'execute_webhook', follow),
  ...both('GET', 'get', get),
  ...both('PATCH', 'update', patch),
  ...both('DELETE', 'delete', erase),
];
