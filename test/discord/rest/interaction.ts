/** The callback: the first answer to an interaction, within three seconds. https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response */
import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { choiceFaults } from '../check/choice.ts';
import { modalFaults } from '../check/component.ts';
import { change, say } from '../conversation.ts';
import { flag, has } from '../flags.ts';
import { messageJson } from '../json/message.ts';
import { renderModal } from '../render/index.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import type { Message } from '../message.ts';
import { messageOf } from '../find.ts';
import type { Interaction } from '../world.ts';
import type { Context, Route } from './define.ts';
import { openRoute, param } from './define.ts';
import type { Body } from './payload.ts';
import { bodyOf, contentOf } from './payload.ts';

interface Callback {
  readonly type: number;
  readonly data?: unknown;
}

/** What a callback does: the interaction as it is then. */
type Answer = (context: Context, interaction: Interaction, data: Body) => Interaction;

const channelOf = ({ world }: Context, { channel }: Interaction) => {
  const found = world.state.channels.get(channel);
  if (!found) throw refuse('unknownChannel');
  return found;
};

/** Type of a message: the answer to a command of text, or of a menu; otherwise an ordinary one. */
const messageType = ({ kind, message }: Interaction): number =>
  kind === 2 ? (message === null ? 20 : 23) : 0;

const isPrivate = ({ flags }: Body): boolean => has(flags, flag.ephemeral);

function speak(
  context: Context,
  interaction: Interaction,
  draft: Partial<Message> & { content: string },
): Message {
  return say(context.world, channelOf(context, interaction), {
    ...draft,
    author: context.world.state.app.id,
    type: messageType(interaction),
    origin: {
      interaction: interaction.id,
      kind: interaction.kind,
      user: interaction.user,
      name: interaction.name,
    },
    cause: interaction.id,
  });
}

const reply: Answer = (context, interaction, data) => {
  const onlyFor = isPrivate(data) ? interaction.user : null;
  const content = contentOf({ ...context, body: data }, data, null);
  const { id } = speak(context, interaction, { ...content, onlyFor });
  return { ...interaction, onlyFor, original: id };
};

/** Says that the app is thinking; who sees what it thinks is settled with that. */
const defer: Answer = (context, interaction, data) => {
  const onlyFor = isPrivate(data) ? interaction.user : null;
  const { id } = speak(context, interaction, { content: '', flags: flag.loading, onlyFor });
  return { ...interaction, onlyFor, original: id, thinking: true };
};

/** Only where there is a message whose component was used. */
function source(context: Context, interaction: Interaction): Message {
  const found = messageOf(channelOf(context, interaction), interaction.message ?? '');
  if (interaction.kind === 2 || !found) throw wrongType;
  return found;
}

const deferUpdate: Answer = (context, interaction) => {
  const { id, onlyFor } = source(context, interaction);
  return { ...interaction, original: id, onlyFor };
};

const update: Answer = (context, interaction, data) => {
  const before = source(context, interaction);
  const channel = channelOf(context, interaction);
  const { allowed, nonce: _, ...content } = contentOf({ ...context, body: data }, data, before);
  const after = { ...before, ...content };
  change(context.world, { channel, before, after, allowed, cause: interaction.id });
  return { ...interaction, original: before.id, onlyFor: before.onlyFor };
};

const wrongType = new InvalidForm([
  {
    path: ['type'],
    code: 'INTERACTION_CALLBACK_TYPE_INVALID',
    message: 'That is no answer to such an interaction.',
  },
]);

const suggest: Answer = (_, interaction, data) => {
  const { choices = [] } = data as { choices?: readonly { value: unknown }[] };
  const faults = choiceFaults(choices);
  if (faults.length > 0) throw new InvalidForm(faults);
  return interaction;
};

const showModal: Answer = (context, interaction, given) => {
  const data = given as unknown as APIModalInteractionResponseCallbackData;
  const faults = modalFaults(data.components);
  if (faults.length > 0) throw new InvalidForm(faults);
  const { world } = context;
  const { user, channel, message } = interaction;
  const modal = { id: interaction.id, user, channel, message, data };
  world.state.modals.set(user, modal);
  world.feed.tell({
    kind: 'modal',
    by: world.state.app.id,
    channel,
    onlyFor: user,
    ref: modal.id,
    cause: interaction.id,
    lines: renderModal(modal),
  });
  return interaction;
};

/** By type of the callback: which interactions it answers, and how. */
const answers: Readonly<Record<number, readonly [kinds: readonly Interaction['kind'][], answer: Answer]>> = {
  4: [[2, 3, 5], reply],
  5: [[2, 3, 5], defer],
  6: [[3, 5], deferUpdate],
  7: [[3, 5], update],
  8: [[4], suggest],
  9: [[2, 3], showModal],
};

function find(context: Context): Interaction {
  const { world } = context;
  const found = world.interactions.get(param(context, 'token'));
  if (!found || found.id !== param(context, 'interaction')) throw refuse('unknownInteraction');
  if (found.callback !== null) throw refuse('acknowledged');
  if (world.clock.now() > found.created + world.deadline) throw refuse('unknownInteraction');
  return found;
}

/** What comes back with `with_response`. */
function responseJson(context: Context, of: Interaction, type: number): object {
  const channel = context.world.state.channels.get(of.channel);
  const message = channel && messageOf(channel, of.original ?? '');
  const shown = message ? messageJson(context.world, message, { content: true }) : null;
  return {
    interaction: {
      id: of.id,
      type: of.kind,
      ...(message ? { response_message_id: message.id, response_message_loading: of.thinking } : {}),
      response_message_ephemeral: of.onlyFor !== null,
    },
    ...(shown ? { resource: { type, message: shown } } : {}),
  };
}

function call(context: Context): object | undefined {
  const interaction = find(context);
  const { type, data } = context.body as Callback;
  const [kinds, answer] = answers[type] ?? [[], suggest];
  if (!kinds.includes(interaction.kind)) throw wrongType;
  const { world } = context;
  const claimed = { ...interaction, callback: type };
  const after = answer(context, claimed, bodyOf({ body: data }));
  world.interactions.set(interaction.token, after);
  const acknowledged = { type, data, ms: world.clock.now() - interaction.created };
  world.acknowledgements.push(acknowledged);
  world.waiting.get(interaction.token)?.(acknowledged);
  world.waiting.delete(interaction.token);
  world.feed.look();
  return context.query.get('with_response') === 'true' ? responseJson(context, after, type) : undefined;
}

export const interactionRoutes: readonly Route[] = [
  openRoute('POST /interactions/:interaction/:token/callback', 'create_interaction_response', call),
];
