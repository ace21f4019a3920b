/** Modals and Home tabs of the app: views.*. */
import { z } from 'zod';
import { checkView } from '../check.ts';
import { closeTo, open, publish, topOf, update, viewJson } from '../modal.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../schema/view.ts';
import type { ShownView } from '../state.ts';
import { exchange } from '../trigger.ts';
import type { World } from '../world.ts';
import { userFor } from './channel.ts';
import type { Context, Method } from './define.ts';
import { define, json, optionalText } from './define.ts';

const triggered = z.object({ trigger_id: z.string(), view: json });

function find(
  { world }: Context,
  of: { view_id?: string | undefined; external_id?: string | undefined },
): ShownView {
  const all = [...[...world.state.modals.values()].flat(), ...world.state.homes.values()];
  const found = all.find(
    ({ id, view }) =>
      id === of.view_id || (of.external_id !== undefined && view.external_id === of.external_id),
  );
  if (!found) throw new Refusal('not_found');
  return found;
}

/** https://docs.slack.dev/reference/methods/views.open: an `external_id` is that of one view. */
function refuseTaken({ world }: Context, { external_id }: View): void {
  const all = [...world.state.modals.values()].flat();
  const isTaken = all.some(({ view }) => external_id !== undefined && view.external_id === external_id);
  if (isTaken) throw new Refusal('duplicate_external_id');
}

/** A modal for whom the trigger is of; `make` makes room for it, or refuses. */
function show(
  { trigger_id, view }: z.output<typeof triggered>,
  context: Context,
  make: (world: World, user: string) => void,
): object {
  const { world } = context;
  const checked = checkView(view, 'modal');
  refuseTaken(context, checked);
  const { user } = exchange(world, trigger_id);
  make(world, user);
  return { view: viewJson(world, open(world, { user, view: checked, cause: trigger_id })) };
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': define({
    args: triggered,
    run: (asked, context) => show(asked, context, (world, user) => closeTo(world, user, null)),
  }),
  'views.push': define({
    args: triggered,
    run: (asked, context) =>
      show(asked, context, (world, user) => {
        if (!topOf(world, user)) throw new Refusal('not_found');
      }),
  }),
  'views.update': define({
    args: z.object({ view_id: optionalText, external_id: optionalText, hash: optionalText, view: json }),
    run: (args, context) => {
      const before = find(context, args);
      if (args.hash !== undefined && args.hash !== before.hash) throw new Refusal('hash_conflict');
      const view = checkView(args.view, before.view.type);
      return { view: viewJson(context.world, update(context.world, before, { view, cause: null })) };
    },
  }),
  'views.publish': define({
    args: z.object({ user_id: z.string(), hash: optionalText, view: json }),
    run: (args, context) => {
      const { world } = context;
      const { id: user } = userFor(context, args.user_id);
      const view = checkView(args.view, 'home');
      const before = world.state.homes.get(user);
      if (before && args.hash !== undefined && args.hash !== before.hash) throw new Refusal('hash_conflict');
      return { view: viewJson(world, publish(world, { user, view, cause: null })) };
    },
  }),
};
