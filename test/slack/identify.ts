/** Slack gives an id to every block and element that an app sent without one. */
import type { Block } from './schema/block.ts';
import type { World } from './world.ts';

/** What carries an `action_id`. */
const actionable =
  /^(button|icon_button|feedback_buttons|overflow|checkboxes|radio_buttons|.*(_select|_input|picker))$/;

function named(world: World, of: unknown): unknown {
  if (Array.isArray(of)) return of.map((one) => named(world, one));
  if (typeof of !== 'object' || of === null) return of;
  const inner = Object.fromEntries(Object.entries(of).map(([key, value]) => [key, named(world, value)]));
  const isActionable = typeof inner['type'] === 'string' && actionable.test(inner['type']);
  return isActionable && inner['action_id'] === undefined ? { ...inner, action_id: world.id('a') } : inner;
}

export const identify = (world: World, blocks: readonly Block[]): Block[] =>
  blocks.map((block) => ({ block_id: world.id('b'), ...(named(world, block) as Block) }));
