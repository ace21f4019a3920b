/** What somebody gets to see after they did something. */
import type { Effect } from '../../simulator/feed.ts';
import { nextEffect, tellAct } from '../../simulator/feed.ts';
import type { Message, ShownView, User } from '../state.ts';
import { directOf, messageOf } from '../state.ts';
import type { World } from '../world.ts';

/** `text`: what the person sees, as lines. What it is is `message` or `view`; neither where something went away. */
export interface Answer {
  readonly kind: Effect['kind'];
  readonly text: string;
  readonly message: Message | null;
  readonly view: ShownView | null;
}

/** Everything that is on somebody's screen as a view. */
export const viewsOf = (world: World, user: string): readonly ShownView[] => {
  const home = world.state.homes.get(user);
  return [...(world.state.modals.get(user) ?? []), ...(home ? [home] : [])];
};

const kinds: ReadonlySet<Effect['kind']> = new Set(['said', 'changed', 'deleted', 'modal', 'home']);

export function answerOf(world: World, effect: Effect, user: string): Answer {
  const channel = effect.channel === null ? undefined : world.state.channels.get(effect.channel);
  return {
    kind: effect.kind,
    text: effect.lines.join('\n'),
    message: (channel && effect.ref !== null ? messageOf(channel, effect.ref) : undefined) ?? null,
    view: viewsOf(world, user).find(({ id }) => id === effect.ref) ?? null,
  };
}

/** What an action is waiting for: something new of the app that `user` sees, there or in their own conversation with it. */
export interface Waiting {
  readonly user: User;
  /** Id; `null`: not in any channel in particular. */
  readonly channel: string | null;
  /** Triggers and response addresses of the action. */
  readonly causes: readonly string[];
  /** How many effects there were before. */
  readonly since: number;
  readonly what: string;
}

function answers(world: World, effect: Effect, of: Waiting): boolean {
  if (effect.by !== world.state.app.user || !kinds.has(effect.kind)) return false;
  if (effect.cause !== null) return of.causes.includes(effect.cause);
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
  { user, channel, what }: { user: User; channel: string | null; what: string },
): void => tellAct(world.feed, { by: user.id, channel, what });
