/** What somebody gets to see after they did something. */
import type { Effect } from '../../simulator/feed.ts';
import { nextEffect, tellAct } from '../../simulator/feed.ts';
import type { Message } from '../message.ts';
import type { ShownModal, User } from '../state.ts';
import { directOf, messageOf } from '../find.ts';
import type { World } from '../world.ts';

/** `text`: what the person sees, as lines. What it is is `message` or `modal`; neither where something went away. */
export interface Answer {
  readonly kind: Effect['kind'];
  readonly text: string;
  readonly message: Message | null;
  readonly modal: ShownModal | null;
}

const kinds: ReadonlySet<Effect['kind']> = new Set(['said', 'changed', 'deleted', 'modal']);

export function answerOf(world: World, effect: Effect, user: string): Answer {
  const channel = effect.channel === null ? undefined : world.state.channels.get(effect.channel);
  const modal = world.state.modals.get(user);
  return {
    kind: effect.kind,
    text: effect.lines.join('\n'),
    message: (channel && effect.ref !== null ? messageOf(channel, effect.ref) : undefined) ?? null,
    modal: modal?.id === effect.ref ? modal : null,
  };
}

/** What an action is waiting for: something new of the app that `user` sees, there or in their own conversation with it. */
export interface Waiting {
  readonly user: User;
  /** Id of the channel. */
  readonly channel: string;
  /** The interaction; `null`: anything that answers to none. */
  readonly cause: string | null;
  /** How many effects there were before. */
  readonly since: number;
  readonly what: string;
}

function answers(world: World, effect: Effect, of: Waiting): boolean {
  if (effect.by !== world.state.app.id || !kinds.has(effect.kind)) return false;
  if (of.cause !== null || effect.cause !== null) return effect.cause === of.cause;
  if (effect.onlyFor !== null) return effect.onlyFor === of.user.id;
  return effect.channel === of.channel || effect.channel === directOf(world.state, of.user).id;
}

export async function waitFor(world: World, of: Waiting): Promise<Answer> {
  const { since, what } = of;
  const matches = (effect: Effect): boolean => answers(world, effect, of);
  return answerOf(world, await nextEffect(world.feed, { since, matches, what }), of.user.id);
}

/** An action of a person in the transcript. */
export const did = (
  world: World,
  { user, channel, what }: { user: User; channel: string; what: string },
): void => tellAct(world.feed, { by: user.id, channel, what });
