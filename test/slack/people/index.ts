/** Everything that people do in the workspace. */
import type { BoundTo } from '../../simulator/bind.ts';
import { bind } from '../../simulator/bind.ts';
import type { Message } from '../state.ts';
import { channelOf, roomOf, userOf } from '../state.ts';
import { renderMessage, renderView } from '../render/index.ts';
import type { ShownView } from '../state.ts';
import type { World } from '../world.ts';
import { choose, enter, follow, press } from './action.ts';
import type { Answer } from './answer.ts';
import { answerOf } from './answer.ts';
import { command } from './command.ts';
import { install, join, leave, openHome, refuseToken, uninstall } from './membership.ts';
import { close, submit } from './modal.ts';
import { program, share } from './share.ts';
import { shortcut } from './shortcut.ts';
import { suggest } from './suggestion.ts';
import { addReaction, ask, edit, erase, post } from './talk.ts';

const actions = {
  command,
  press,
  follow,
  enter,
  choose,
  suggest,
  submit,
  close,
  shortcut,
  post,
  share,
  program,
  ask,
  edit,
  erase,
  addReaction,
  openHome,
  join,
  leave,
  install,
  uninstall,
  refuseToken,
};

export type People = BoundTo<typeof actions, World>;

export const peopleOf = (world: World): People => bind(world, actions);

/** What is on the screen. */
export interface Screens {
  /** Messages of the channel that this person sees, each as the text that they read. */
  seenBy(user: string, channel: string): readonly string[];
  /** All of them, also those for one person alone. */
  messages(channel: string): readonly Message[];
  /** Modals before them, the one on top last. */
  views(user: string): readonly ShownView[];
  home(user: string): ShownView | null;
  /** A view as its reader reads it. */
  read(view: ShownView): string;
  /** The newest thing of the app that this person sees and that says `text`; waits for it. */
  sees(of: { readonly user: string; readonly text: string | RegExp }): Promise<Answer>;
}

function sees(world: World, of: { readonly user: string; readonly text: string | RegExp }): Promise<Answer> {
  const { id } = userOf(world.state, of.user);
  const { app, channels } = world.state;
  const says = (text: string): boolean =>
    typeof of.text === 'string' ? text.includes(of.text) : of.text.test(text);
  return world.feed
    .until(
      () =>
        world.feed.effects.findLast(
          ({ by, onlyFor, channel, lines }) =>
            by === app.user &&
            (onlyFor === id || (onlyFor === null && channels.get(channel ?? '')?.members.has(id))) &&
            says(lines.join('\n')),
        ),
      `${of.user} sees ${String(of.text)}`,
    )
    .then((effect) => answerOf(world, effect, id));
}

export const screensOf = (world: World): Screens => ({
  seenBy: (called, channel) => {
    const user = userOf(world.state, called);
    return channelOf(world.state, channel, user)
      .messages.filter(({ onlyFor }) => onlyFor === null || onlyFor === user.id)
      .map((message) => renderMessage(world.state, message, user.id).join('\n'));
  },
  messages: (channel) => roomOf(world.state, channel).messages,
  views: (called) => world.state.modals.get(userOf(world.state, called).id) ?? [],
  home: (called) => world.state.homes.get(userOf(world.state, called).id) ?? null,
  read: (view) => renderView(world.state, view).join('\n'),
  sees: (of) => sees(world, of),
});
