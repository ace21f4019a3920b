/** Typing into a menu whose options the app suggests. */
import { lines } from '../check.ts';
import { fieldOf } from '../field.ts';
import { messageJson } from '../message.ts';
import { viewJson } from '../modal.ts';
import type { Option } from '../schema/text.ts';
import { suggestions } from '../schema/text.ts';
import { userOf } from '../state.ts';
import type { World } from '../world.ts';
import { channelJson, interaction, send } from './interaction.ts';
import type { On } from './surface.ts';
import { surfaceOf } from './surface.ts';

export interface Typed {
  readonly user: string;
  readonly on: On;
  /** The label of an input, a placeholder, an `action_id` or a `block_id`. */
  readonly field: string;
  readonly text: string;
}

/** What the menu offers then. An answer that Slack would not show is a violation, and offers nothing. */
export async function suggest(world: World, typed: Typed): Promise<readonly Option[]> {
  const user = userOf(world.state, typed.user);
  const surface = surfaceOf(world, user, typed.on);
  const { block, element } = fieldOf(surface.blocks, typed.field);
  const channel = surface.message ? world.state.channels.get(surface.message.channel) : undefined;
  const { payload } = await send(world, {
    ...interaction(world, user),
    type: 'block_suggestion',
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed.text,
    container: surface.view
      ? { type: 'view', view_id: surface.view.id }
      : { type: 'message', message_ts: surface.message?.ts },
    ...(surface.view ? { view: viewJson(world, surface.view) } : {}),
    ...(channel ? { channel: channelJson(channel) } : {}),
    ...(surface.message ? { message: messageJson(world.state, surface.message) } : {}),
  });
  const parsed = suggestions.safeParse(payload);
  if (!parsed.success) {
    world.violations.push({
      where: 'block_suggestion',
      error: 'invalid_options',
      messages: lines(parsed.error),
    });
    return [];
  }
  return 'options' in parsed.data
    ? parsed.data.options
    : parsed.data.option_groups.flatMap(({ options }) => options);
}
