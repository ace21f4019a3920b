/** What people do with a modal: fill it in, send it, close it. */
import { checkView } from '../check.ts';
import type { Given } from '../field.ts';
import { fieldsOf } from '../field.ts';
import { closeTo, open, update, viewJson } from '../modal.ts';
import type { ShownView, User } from '../state.ts';
import { userOf } from '../state.ts';
import { trigger } from '../trigger.ts';
import type { World } from '../world.ts';
import { enter } from './action.ts';
import { did } from './answer.ts';
import { interaction, send } from './interaction.ts';
import type { On } from './surface.ts';
import { surfaceOf } from './surface.ts';

export interface Submit {
  readonly user: string;
  readonly on: On;
  /** By label of the field, `action_id` or `block_id`. */
  readonly values?: Readonly<Record<string, Given>>;
}

export interface Submitted {
  /** What is wrong, by label of the field; empty if nothing is. */
  readonly errors: Readonly<Record<string, string>>;
  /** The modal that they see now; `null`: it closed. */
  readonly view: ShownView | null;
}

/** What an app may acknowledge a submission with. https://docs.slack.dev/surfaces/modals#handling-submissions */
interface Acknowledgement {
  readonly response_action?: 'errors' | 'update' | 'push' | 'clear';
  readonly errors?: Readonly<Record<string, string>>;
  readonly view?: unknown;
}

function modalOf(world: World, user: User, on: On): ShownView {
  const { view } = surfaceOf(world, user, on);
  if (!view || view.view.type !== 'modal') throw new Error('that is no modal');
  return view;
}

/** The client itself does not send a form in which something is missing. */
function refuseEmpty({ view, values }: ShownView): void {
  for (const { block, element, label } of fieldsOf(view.blocks)) {
    if (block.type !== 'input' || block.optional === true) continue;
    const [, value] = Object.entries(values[block.block_id ?? '']?.[element.action_id ?? ''] ?? {})[1] ?? [];
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty) throw new Error(`${label} is required`);
  }
}

/** Slack shows errors below inputs; one for any other block is lost, and the person learns nothing. */
function errorsOf({ view }: ShownView, errors: Readonly<Record<string, string>>): Record<string, string> {
  const labels = new Map(fieldsOf(view.blocks).map(({ block, label }) => [block.block_id, label]));
  const strange = Object.keys(errors).filter((id) => !labels.has(id));
  if (strange.length > 0) throw new Error(`errors for what is no field: ${strange.join(', ')}`);
  return Object.fromEntries(Object.entries(errors).map(([id, message]) => [labels.get(id) ?? id, message]));
}

function follow(world: World, modal: ShownView, said: Acknowledgement): Submitted {
  const { user } = modal;
  if (said.response_action === 'errors') return { errors: errorsOf(modal, said.errors ?? {}), view: modal };
  if (said.response_action === 'update')
    return {
      errors: {},
      view: update(world, modal, { view: checkView(said.view, 'modal'), cause: modal.id }),
    };
  if (said.response_action === 'push')
    return { errors: {}, view: open(world, { user, view: checkView(said.view, 'modal'), cause: modal.id }) };
  closeTo(
    world,
    user,
    said.response_action === 'clear' || modal.view.type === 'home' ? null : modal.previous,
  );
  return { errors: {}, view: world.state.modals.get(user)?.at(-1) ?? null };
}

/** Fills it in and sends it. Rejects with NotAcknowledged, and where the client itself would not send it. */
export async function submit(world: World, { user: called, on, values = {} }: Submit): Promise<Submitted> {
  const user = userOf(world.state, called);
  for (const [field, value] of Object.entries(values)) enter(world, { user: called, on, field, value });
  const modal = modalOf(world, user, on);
  refuseEmpty(modal);
  const label = modal.view.type === 'modal' ? modal.view.submit?.text : undefined;
  did(world, { user, channel: null, what: `(${label ?? 'Submit'}) ${JSON.stringify(values)}` });
  const { payload } = await send(world, {
    ...interaction(world, user),
    type: 'view_submission',
    trigger_id: trigger(world, user.id),
    view: viewJson(world, modal),
    response_urls: [],
  });
  return follow(world, modal, payload ?? {});
}

/** Closes it; the app learns of it only if the view asks for that. */
export async function close(world: World, { user: called, on }: { user: string; on: On }): Promise<void> {
  const user = userOf(world.state, called);
  const modal = modalOf(world, user, on);
  did(world, { user, channel: null, what: '(Close)' });
  const clears = modal.view.type === 'modal' && modal.view.clear_on_close === true;
  closeTo(world, user.id, clears ? null : modal.previous);
  if (modal.view.type !== 'modal' || modal.view.notify_on_close !== true) return;
  await send(world, {
    ...interaction(world, user),
    type: 'view_closed',
    view: viewJson(world, modal),
    is_cleared: clears,
  });
}
