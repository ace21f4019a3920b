/** Everything that people do, and what is on their screens. */
import type { BoundTo } from '../../simulator/bind.ts';
import { bind } from '../../simulator/bind.ts';
import { may } from '../permission.ts';
import { renderMessage, renderModal } from '../render/index.ts';
import type { Message } from '../message.ts';
import type { ShownModal } from '../state.ts';
import { channelOf, roomOf, userOf } from '../find.ts';
import type { World } from '../world.ts';
import { choose, follow, press } from './action.ts';
import type { Answer } from './answer.ts';
import { answerOf } from './answer.ts';
import { command, messageCommand, suggest } from './command.ts';
import {
  empower,
  grant,
  install,
  join,
  leave,
  permit,
  removeChannel,
  setToken,
  uninstall,
} from './membership.ts';
import { close, submit } from './modal.ts';
import { addReaction, ask, edit, erase, forward, post, purge, unfurl } from './talk.ts';
import { archive, startThread } from './thread.ts';

const actions = {
  command,
  suggest,
  messageCommand,
  press,
  follow,
  choose,
  submit,
  close,
  post,
  ask,
  forward,
  edit,
  erase,
  purge,
  unfurl,
  addReaction,
  startThread,
  archive,
  join,
  leave,
  install,
  uninstall,
  permit,
  removeChannel,
  grant,
  empower,
  setToken,
};

export type People = BoundTo<typeof actions, World>;

export const peopleOf = (world: World): People => bind(world, actions);

/** What is on the screen. */
export interface Screens {
  /** Messages of the channel that this person sees, each as the text that they read. */
  seenBy(user: string, channel: string): readonly string[];
  /** All of them, also those for one person alone. */
  messages(channel: string): readonly Message[];
  /** The form before them. */
  modal(user: string): ShownModal | null;
  /** A form as its reader reads it. */
  read(modal: ShownModal): string;
  /** The newest thing of the app that this person sees and that says `text`; waits for it. */
  sees(of: { readonly user: string; readonly text: string | RegExp }): Promise<Answer>;
}

async function sees(world: World, of: Parameters<Screens['sees']>[0]): Promise<Answer> {
  const { state, feed } = world;
  const { id } = userOf(state, of.user);
  const says = (text: string): boolean =>
    typeof of.text === 'string' ? text.includes(of.text) : of.text.test(text);
  const isOpen = (called: string | null): boolean => {
    const channel = state.channels.get(called ?? '');
    return channel !== undefined && may(state, { user: id, channel }, 'viewChannel');
  };
  const effect = await feed.until(
    () =>
      feed.effects.findLast(
        ({ by, onlyFor, channel, lines }) =>
          by === state.app.id && (onlyFor ?? id) === id && isOpen(channel) && says(lines.join('\n')),
      ),
    `${of.user} sees ${String(of.text)}`,
  );
  return answerOf(world, effect, id);
}

export const screensOf = (world: World): Screens => ({
  seenBy: (called, at) => {
    const user = userOf(world.state, called);
    const channel = channelOf(world.state, at, user);
    if (!may(world.state, { user: user.id, channel }, 'viewChannel')) return [];
    return channel.messages
      .filter(({ onlyFor }) => onlyFor === null || onlyFor === user.id)
      .map((message) => renderMessage(world, message, user.id).join('\n'));
  },
  messages: (channel) => roomOf(world.state, channel).messages,
  modal: (called) => world.state.modals.get(userOf(world.state, called).id) ?? null,
  read: (modal) => renderModal(modal).join('\n'),
  sees: (of) => sees(world, of),
});
