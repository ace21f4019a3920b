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
import type { On, Surface } from './surface.ts';
import { surfaceOf } from './surface.ts';

export interface Typed {
  readonly user: string;
  readonly on: On;
  /** The label of an input, a placeholder, an `action_id` or a `block_id`. */
  readonly field: string;
  readonly text: string;
}

/** Where the menu stands. */
function placeOf(world: World, { view, message }: Surface): object {
  if (view) return { container: { type: 'view', view_id: view.id }, view: viewJson(world, view) };
  if (!message) return {};
  const channel = world.state.channels.get(message.channel);
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
    message: messageJson(world.state, message),
    ...(channel ? { channel: channelJson(channel) } : {}),
  };
}

/** What the menu offers then. An answer that Slack would not show is a violation, and offers nothing. */
export async function suggest(world: World, typed: Typed): Promise<readonly Option[]> {
  const user = userOf(world.state, typed.user);
  const surface = surfaceOf(world, user, typed.on);
  const { block, element } = fieldOf(surface.blocks, typed.field);
  const { payload } = await send(world, {
    ...interaction(world, user),
    type: 'block_suggestion',
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed.text,
    ...placeOf(world, surface),
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
  const { data } = parsed;
  return 'options' in data ? data.options : data.option_groups.flatMap(({ options }) => options);
}
