/** Guilds: who is there, their channels, roles and scheduled events. https://docs.discord.com/developers/resources/guild */
import { intent } from '../gateway/intent.ts';
import { channelJson } from '../json/channel.ts';
import { eventJson, guildJson } from '../json/guild.ts';
import { memberJson, rolesJson, userById } from '../json/user.ts';
import { eventLimits } from '../limits.ts';
import type { Permission } from '../permission.ts';
import { guildPermissions, permission } from '../permission.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import { compareIds } from '../snowflake.ts';
import type { Guild, ScheduledEvent } from '../state.ts';
import type { Context, Route } from './define.ts';
import { limitOf, param, route } from './define.ts';
import { guild } from './find.ts';

function members(context: Context): object[] {
  const { state } = context.world;
  if ((state.app.privileged & intent.members) === 0) throw refuse('missingAccess');
  const after = context.query.get('after') ?? '0';
  return [...guild(context).members.values()]
    .filter(({ user }) => compareIds(user, after) > 0)
    .toSorted((a, b) => compareIds(a.user, b.user))
    .slice(0, limitOf(context, 1, 1000))
    .map((one) => memberJson(state, one));
}

function member(context: Context): object {
  const found = guild(context).members.get(param(context, 'user'));
  if (!found) throw refuse('unknownMember');
  return memberJson(context.world.state, found);
}

const channels = (context: Context): object[] => {
  const { id } = guild(context);
  const { state } = context.world;
  return [...state.channels.values()]
    .filter((one) => one.guild === id && one.thread === null)
    .map((one) => channelJson(state, one));
};

/** One's own are made and changed with one permission, those of others with another. */
function needHere({ world: { state } }: Context, of: Guild, name: Permission): void {
  if ((guildPermissions(of, state.app.id) & permission[name]) === 0n) throw refuse('missingPermissions');
}

function event(context: Context, of: Guild): ScheduledEvent {
  const found = of.events.get(param(context, 'event'));
  if (!found) throw refuse('unknownEvent');
  return found;
}

const kinds = ['create', 'update', 'delete'] as const;

function tell(
  context: Context,
  of: Guild,
  what: { kind: (typeof kinds)[number]; event: ScheduledEvent },
): object {
  const { world } = context;
  const json = eventJson(world.state, of, what.event);
  const name = `GUILD_SCHEDULED_EVENT_${what.kind.toUpperCase()}`;
  world.dispatch({ name, guild: of.id, channel: null, data: () => json });
  return json;
}

type Fields = Readonly<Record<string, unknown>>;

const fault = (path: string, message: string): InvalidForm =>
  new InvalidForm([{ path: [path], code: 'GUILD_SCHEDULED_EVENT_INVALID', message }]);

/** https://docs.discord.com/developers/resources/guild-scheduled-event: what one elsewhere must have. */
function refuseWrongEvent(context: Context, fields: Fields): void {
  const place = (fields['entity_metadata'] as { location?: string } | undefined)?.location;
  if (fields['entity_type'] === 3 && !place) throw fault('entity_metadata', 'A location is required');
  if (fields['entity_type'] === 3 && !fields['scheduled_end_time'])
    throw fault('scheduled_end_time', 'An end is required');
  const [start, end] = ['scheduled_start_time', 'scheduled_end_time'].map((key) =>
    Date.parse(String(fields[key])),
  );
  if (start !== undefined && end !== undefined && end <= start)
    throw fault('scheduled_end_time', 'Cannot end before it starts');
  if (start !== undefined && fields['status'] === 1 && start < context.world.clock.now())
    throw fault('scheduled_start_time', 'Cannot schedule event in the past.');
}

const isOpen = ({ fields }: ScheduledEvent): boolean => fields['status'] === 1 || fields['status'] === 2;

function createEvent(context: Context): object {
  const { world } = context;
  const of = guild(context);
  needHere(context, of, 'createEvents');
  const fields: Fields = {
    channel_id: null,
    description: null,
    entity_metadata: null,
    scheduled_end_time: null,
    ...(context.body as Fields),
    status: 1,
  };
  refuseWrongEvent(context, fields);
  if ([...of.events.values()].filter(isOpen).length >= eventLimits.perGuild) throw refuse('tooManyEvents');
  const made: ScheduledEvent = { id: world.id(), creator: world.state.app.id, fields, users: new Set() };
  of.events.set(made.id, made);
  return tell(context, of, { kind: 'create', event: made });
}

/** Scheduled, active, over, cancelled: what may follow what. */
const nextStatus: Readonly<Record<number, readonly number[]>> = { 1: [1, 2, 4], 2: [2, 3] };

function updateEvent(context: Context): object {
  const of = guild(context);
  const before = event(context, of);
  needHere(context, of, before.creator === context.world.state.app.id ? 'createEvents' : 'manageEvents');
  const patch = context.body as Fields;
  const status = Number(before.fields['status']);
  if (!nextStatus[status]?.includes(Number(patch['status'] ?? status)))
    throw fault('status', 'Cannot change a finished event, or to that status');
  const fields = { ...before.fields, ...patch };
  if (patch['scheduled_start_time'] !== undefined) refuseWrongEvent(context, fields);
  const after = { ...before, fields };
  of.events.set(after.id, after);
  return tell(context, of, { kind: 'update', event: after });
}

function eraseEvent(context: Context): void {
  const of = guild(context);
  const found = event(context, of);
  needHere(context, of, found.creator === context.world.state.app.id ? 'createEvents' : 'manageEvents');
  of.events.delete(found.id);
  tell(context, of, { kind: 'delete', event: found });
}

function subscribers(context: Context): object[] {
  const of = guild(context);
  const found = event(context, of);
  return [...found.users]
    .slice(0, limitOf(context, 100, 100))
    .map((id) => ({ guild_scheduled_event_id: found.id, user: userById(context.world.state, id) }));
}

const events = '/guilds/:guild/scheduled-events';

export const guildRoutes: readonly Route[] = [
  route('GET /guilds/:guild', 'get_guild', (context) => guildJson(guild(context))),
  route('GET /guilds/:guild/channels', 'list_guild_channels', channels),
  route('GET /guilds/:guild/roles', 'list_guild_roles', (context) => rolesJson(guild(context))),
  route('GET /guilds/:guild/members', 'list_guild_members', members),
  route('GET /guilds/:guild/members/:user', 'get_guild_member', member),
  route(`GET ${events}`, 'list_guild_scheduled_events', (context) => {
    const of = guild(context);
    return [...of.events.values()].map((one) => eventJson(context.world.state, of, one));
  }),
  route(`POST ${events}`, 'create_guild_scheduled_event', createEvent),
  route(`GET ${events}/:event`, 'get_guild_scheduled_event', (context) => {
    const of = guild(context);
    return eventJson(context.world.state, of, event(context, of));
  }),
  route(`PATCH ${events}/:event`, 'update_guild_scheduled_event', updateEvent),
  route(`DELETE ${events}/:event`, 'delete_guild_scheduled_event', eraseEvent),
  route(`GET ${events}/:event/users`, 'list_guild_scheduled_event_users', subscribers),
];
