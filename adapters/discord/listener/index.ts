/** Everything that the bot listens to in Discord. */
import {
  ApplicationCommandType as Command,
  GatewayDispatchEvents as Event,
  InteractionType as Type,
} from 'discord.js';
import type { GatewayGuildCreateDispatchData } from 'discord.js';
import type { Desk } from '../desk.ts';
import { onButton } from './button.ts';
import { onCollect } from './collect.ts';
import { onCommand } from './command.ts';
import { onDeleted, onEdited, onManyDeleted, onThreadDeleted } from './changed.ts';
import { onChanged } from './joined.ts';
import { onMessage } from './message.ts';
import { onReaction } from './reaction.ts';
import { onSuggest } from './suggest.ts';
import { onForm } from './form.ts';
import { onBack } from './missed.ts';
import { onAdded, onGone } from './welcome.ts';

/** Rejects for what is not as Discord's pages say. */
type Listener<T = never> = (told: T, desk: Desk) => Promise<void>;

const commands: Readonly<Record<number, Listener>> = {
  [Command.ChatInput]: onCommand,
  [Command.Message]: onCollect,
};

const interactions: Readonly<Record<number, Listener>> = {
  [Type.ApplicationCommand]: (used: { readonly data: { readonly type: number } }, desk) =>
    heard(commands[used.data.type], used, desk),
  [Type.MessageComponent]: onButton,
  [Type.ApplicationCommandAutocomplete]: onSuggest,
  [Type.ModalSubmit]: onForm,
};

const listeners: Readonly<Record<string, Listener>> = {
  [Event.InteractionCreate]: (used: { readonly type: number }, desk) =>
    heard(interactions[used.type], used, desk),
  [Event.MessageCreate]: onMessage,
  [Event.MessageUpdate]: onEdited,
  [Event.MessageDelete]: onDeleted,
  [Event.MessageDeleteBulk]: onManyDeleted,
  [Event.ThreadDelete]: onThreadDeleted,
  [Event.MessageReactionAdd]: onReaction,
  [Event.GuildCreate]: async (guild: GatewayGuildCreateDispatchData, desk) => {
    await Promise.all([onAdded(guild, desk), onBack(guild, desk)]);
  },
  [Event.GuildDelete]: onGone,
  [Event.ChannelUpdate]: onChanged,
};

/** What nobody listens to is left. */
const heard = async (listener: Listener | undefined, told: unknown, desk: Desk): Promise<void> =>
  (listener as Listener<unknown> | undefined)?.(told, desk);

/** Rejects for what could not be handled. `data`: as the gateway tells it. */
export const listen = (event: string, data: unknown, desk: Desk): Promise<void> =>
  heard(listeners[event], data, desk);
