/** Triggers, with which an app opens a modal, and response addresses, at which it answers: both are made by an interaction. */
import { interactionLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { ResponseAddress, Trigger, World } from './world.ts';

/** A new trigger of that user. https://docs.slack.dev/interactivity/handling-user-interaction */
export function trigger(world: World, user: string): string {
  const id = `${world.id('')}.${world.state.team.id}`;
  world.triggers.set(id, { user, expires: world.clock.now() + world.triggerLife, used: false });
  return id;
}

/** Uses it up. https://docs.slack.dev/reference/methods/views.open names the three refusals. */
export function exchange(world: World, id: string): Trigger {
  const found = world.triggers.get(id);
  if (!found) throw new Refusal('invalid_trigger_id');
  if (found.used) throw new Refusal('exchanged_trigger_id');
  if (world.clock.now() > found.expires) throw new Refusal('expired_trigger_id');
  world.triggers.set(id, { ...found, used: true });
  return found;
}

export type Asked = Pick<ResponseAddress, 'user' | 'channel' | 'thread' | 'original'>;

/** The address of a new place to answer at, for half an hour and five times. */
export function responseUrl(world: World, asked: Asked): { readonly id: string; readonly url: string } {
  const id = world.id('R');
  const expires = world.clock.now() + interactionLimits.responseLife;
  world.responses.set(id, { ...asked, id, expires, uses: 0 });
  return { id, url: `${world.address()}/actions/${world.state.team.id}/${id}` };
}
