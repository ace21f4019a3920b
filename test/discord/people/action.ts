/** Pressing a button and choosing from a menu. */
import type { Component } from '../component.ts';
import { componentTypes, everyComponent } from '../component.ts';
import { messageJson } from '../json/message.ts';
import { labelOf } from '../render/component.ts';
import { roleJson, userById } from '../json/user.ts';
import { userOf } from '../find.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import type { On } from './interaction.ts';
import { interact } from './interaction.ts';
import type { Surface } from './surface.ts';
import { surfaceOf } from './surface.ts';

export interface Press {
  readonly user: string;
  readonly on: On;
  /** Its label, its `custom_id` or its address. */
  readonly button: string;
  /** Of several with that label, counted from 1. */
  readonly nth?: number;
}

export interface Choose {
  readonly user: string;
  readonly on: On;
  /** The placeholder of the menu, or its `custom_id`. */
  readonly menu: string;
  /** Labels or values. */
  readonly values: readonly string[];
}

/** The one that is called so. Throws where there is none or more than one; `nth` counts from 1. */
function componentOf(list: readonly unknown[], called: string, nth?: number): Component {
  const all = everyComponent(list).filter(
    ({ custom_id, url, type }) => type !== componentTypes.gallery && (custom_id ?? url) !== undefined,
  );
  const found = all.filter((one) => [labelOf(one), one.label, one.custom_id, one.url].includes(called));
  const chosen = nth === undefined ? found[0] : found[nth - 1];
  const there = all.map((one) => `[${labelOf(one)}]`).join(' ');
  if (!chosen) throw new Error(`there is no [${called}] here, only: ${there}`);
  if (nth === undefined && found.length > 1)
    throw new Error(`there are ${found.length} [${called}]: say which`);
  if (chosen.disabled === true) throw new Error(`[${called}] is off`);
  return chosen;
}

const messagePart = (world: World, { message }: Surface) => ({
  id: message.id,
  json: messageJson(world, message, { content: true }),
});

/** Resolves to what they get to see; rejects with NotAcknowledged. */
export function press(world: World, { user: called, on, button, nth }: Press): Promise<Answer> {
  const user = userOf(world.state, called);
  const surface = surfaceOf(world, user, on);
  const found = componentOf(surface.message.components, button, nth);
  if (found.custom_id === undefined) throw new Error(`[${labelOf(found)}] leads to ${found.url}`);
  return interact(world, {
    user,
    channel: surface.channel,
    kind: 3,
    data: { component_type: found.type, custom_id: found.custom_id, id: found.id },
    what: `[${labelOf(found)}]`,
    message: messagePart(world, surface),
  });
}

/** Presses a button that leads elsewhere: nobody is told. */
export function follow(world: World, { user: called, on, button, nth }: Press): string {
  const user = userOf(world.state, called);
  const { url } = componentOf(surfaceOf(world, user, on).message.components, button, nth);
  if (url === undefined) throw new Error(`[${button}] leads nowhere`);
  return url;
}

/** What people, roles and channels that were chosen are. */
function valuesOf(world: World, menu: Component, values: readonly string[], guild: string | null) {
  const { state } = world;
  if (menu.type === componentTypes.userSelect) {
    const ids = values.map((name) => userOf(state, name).id);
    return {
      values: ids,
      resolved: { users: Object.fromEntries(ids.map((id) => [id, userById(state, id)])) },
    };
  }
  if (menu.type === componentTypes.roleSelect) {
    const roles = [...(state.guilds.get(guild ?? '')?.roles.values() ?? [])].filter(({ name }) =>
      values.includes(name),
    );
    return {
      values: roles.map(({ id }) => id),
      resolved: { roles: Object.fromEntries(roles.map((role) => [role.id, roleJson(role, 0)])) },
    };
  }
  const options = values.map((called) => {
    const found = menu.options?.find(({ label, value }) => label === called || value === called);
    if (!found) throw new Error(`${labelOf(menu)} has no option ${called}`);
    return found.value;
  });
  return { values: options };
}

function refuseCount({ min_values: min = 1, max_values: max = 1 }: Component, count: number): void {
  if (count < min || count > max) throw new Error(`that menu takes ${min} to ${max}, not ${count}`);
}

/** Chooses, and resolves to what they get to see; rejects with NotAcknowledged. */
export function choose(world: World, { user: called, on, menu, values }: Choose): Promise<Answer> {
  const user = userOf(world.state, called);
  const surface = surfaceOf(world, user, on);
  const found = componentOf(surface.message.components, menu);
  refuseCount(found, values.length);
  return interact(world, {
    user,
    channel: surface.channel,
    kind: 3,
    data: {
      component_type: found.type,
      custom_id: found.custom_id,
      id: found.id,
      ...valuesOf(world, found, values, surface.channel.guild),
    },
    what: `${labelOf(found)}: ${values.join(', ')}`,
    message: messagePart(world, surface),
  });
}
