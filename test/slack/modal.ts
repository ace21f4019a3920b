/** The views that people have before them: a stack of modals each, and the Home tab. */
import { actionIds } from './check.ts';
import { initialValues } from './field.ts';
import { viewLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { renderView } from './render/index.ts';
import type { ShownView } from './state.ts';
import type { View } from './schema/view.ts';
import type { World } from './world.ts';
import { identify } from './identify.ts';

export const topOf = (world: World, user: string): ShownView | undefined =>
  world.state.modals.get(user)?.at(-1);

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewJson(world: World, shown: ShownView): Readonly<Record<string, unknown>> {
  const { team, app } = world.state;
  return {
    id: shown.id,
    team_id: team.id,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    title: { type: 'plain_text', text: 'Home' },
    ...shown.view,
    state: { values: shown.values },
    hash: shown.hash,
    previous_view_id: shown.previous,
    root_view_id: shown.root,
    app_id: app.id,
    bot_id: app.bot,
    app_installed_team_id: team.id,
  };
}

function tell(world: World, shown: ShownView, cause: string | null): void {
  world.feed.tell({
    kind: shown.view.type,
    by: world.state.app.user,
    channel: null,
    onlyFor: shown.user,
    ref: shown.id,
    cause,
    lines: renderView(world.state, shown),
  });
}

interface Opening {
  readonly user: string;
  readonly view: View;
  /** The trigger or action that it came through. */
  readonly cause: string | null;
}

function make(world: World, { user, view }: Opening, previous: ShownView | undefined): ShownView {
  const id = world.id('V');
  const identified = { ...view, blocks: identify(world, view.blocks) };
  const values = initialValues(identified.blocks);
  const root = previous?.root ?? id;
  return { id, user, view: identified, hash: world.id('h'), root, previous: previous?.id ?? null, values };
}

/** Puts a modal on top; throws Refusal where there is no room for it. */
export function open(world: World, opening: Opening): ShownView {
  const { modals } = world.state;
  const stack = modals.get(opening.user) ?? [];
  if (stack.length >= viewLimits.stack) throw new Refusal('push_limit_reached');
  const made = make(world, opening, topOf(world, opening.user));
  modals.set(opening.user, [...stack, made]);
  tell(world, made, opening.cause);
  return made;
}

/** Shows another Home tab. */
export function publish(world: World, opening: Opening): ShownView {
  const made = make(world, opening, undefined);
  const before = world.state.homes.get(opening.user);
  const home = before ? { ...made, id: before.id, root: before.id } : made;
  world.state.homes.set(opening.user, home);
  tell(world, home, opening.cause);
  return home;
}

/** What was typed stays where a field keeps its `block_id` and `action_id`. */
function keep(before: ShownView, after: View): ShownView['values'] {
  const ids = new Set(actionIds(after.blocks));
  const blocks = new Set(after.blocks.map(({ block_id }) => block_id));
  const old = Object.entries(before.values).filter(([block]) => blocks.has(block));
  return Object.fromEntries(
    old.map(([block, values]) => [
      block,
      Object.fromEntries(Object.entries(values).filter(([action]) => ids.has(action))),
    ]),
  );
}

/** Puts another view in the place of that one. */
export function update(world: World, before: ShownView, of: Omit<Opening, 'user'>): ShownView {
  const view = { ...of.view, blocks: identify(world, of.view.blocks) };
  const values = { ...initialValues(view.blocks), ...keep(before, view) };
  const after = { ...before, view, values, hash: world.id('h') };
  store(world, after);
  tell(world, after, of.cause);
  return after;
}

/** Takes note of what changed in a view, such as what was typed into it. */
export function store(world: World, after: ShownView): void {
  const { homes, modals } = world.state;
  if (after.view.type === 'home') homes.set(after.user, after);
  const stack = modals.get(after.user) ?? [];
  modals.set(
    after.user,
    stack.map((one) => (one.id === after.id ? after : one)),
  );
}

/** Closes what lies on `view`; `null`: everything. */
export function closeTo(world: World, user: string, view: string | null): void {
  const stack = world.state.modals.get(user) ?? [];
  world.state.modals.set(user, stack.slice(0, stack.findIndex(({ id }) => id === view) + 1));
  world.feed.look();
}
