/** The registry of commands, everywhere and for one guild. https://docs.discord.com/developers/interactions/application-commands#endpoints */
import { changeCommand, commandJson, createCommand, setCommands } from '../command.ts';
import { refuse } from '../refusal.ts';
import type { RegisteredCommand } from '../state.ts';
import type { Context, Route } from './define.ts';
import { param, route } from './define.ts';
import { guild } from './find.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `null`: everywhere. */
function scopeOf(context: Context): string | null {
  if (param(context, 'app') !== context.world.state.app.id) throw refuse('missingAccess');
  return context.params['guild'] === undefined ? null : guild(context).id;
}

function find(context: Context): RegisteredCommand {
  const scope = scopeOf(context);
  const found = context.world.state.commands.get(param(context, 'command'));
  if (!found || found.guild !== scope) throw refuse('unknownCommand');
  return found;
}

const whole = ({ world }: Context, of: RegisteredCommand): object => commandJson(world, of, true);

const list = (context: Context): object[] => {
  const scope = scopeOf(context);
  const isWhole = context.query.get('with_localizations') === 'true';
  return [...context.world.state.commands.values()]
    .filter((one) => one.guild === scope)
    .map((one) => commandJson(context.world, one, isWhole));
};

const set = (context: Context): object[] =>
  setCommands(context.world, scopeOf(context), (context.body ?? []) as readonly Fields[]).map((one) =>
    whole(context, one),
  );

const create = (context: Context): object =>
  whole(context, createCommand(context.world, scopeOf(context), context.body as Fields));

const update = (context: Context): object =>
  whole(context, changeCommand(context.world, find(context), context.body as Fields));

const erase = (context: Context): void => {
  context.world.state.commands.delete(find(context).id);
};

const routesBelow = (path: string, kind: string): Route[] => [
  route(`GET ${path}`, `list_${kind}s`, list),
  route(`PUT ${path}`, `bulk_set_${kind}s`, set),
  route(`POST ${path}`, `create_${kind}`, create),
  route(`GET ${path}/:command`, `get_${kind}`, (context) => whole(context, find(context))),
  route(`PATCH ${path}/:command`, `update_${kind}`, update),
  route(`DELETE ${path}/:command`, `delete_${kind}`, erase),
];

export const commandRoutes: readonly Route[] = [
  ...routesBelow('/applications/:app/commands', 'application_command'),
  ...routesBelow('/applications/:app/guilds/:guild/commands', 'guild_application_command'),
];
