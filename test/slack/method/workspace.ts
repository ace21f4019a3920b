/** The app itself, the workspace and its people: auth, apps, team, bots, users, usergroups, emoji. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Group, User } from '../state.ts';
import { userFor } from './channel.ts';
import type { Method } from './define.ts';
import { define, flag } from './define.ts';
import { page, pageArgs } from './page.ts';

/** Seconds east of Greenwich at that time. */
function offsetOf(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = name?.match(/([+-])(\d{2}):(\d{2})/) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60);
}

const profile = (user: User): object => ({ real_name: user.name, display_name: user.name });

/** https://docs.slack.dev/reference/objects/user-object */
const userJson = (user: User, team: string, at: number): object => ({
  id: user.id,
  team_id: user.isStranger ? 'TSTRANGE' : team,
  name: user.name,
  real_name: user.name,
  deleted: user.isDeleted,
  tz: user.zone,
  tz_offset: offsetOf(user.zone, at),
  profile: profile(user),
  is_admin: user.isAdmin || user.isOwner,
  is_owner: user.isOwner,
  is_primary_owner: false,
  is_restricted: user.guest !== 'no',
  is_ultra_restricted: user.guest === 'one',
  is_stranger: user.isStranger,
  is_bot: user.isBot,
});

/** https://docs.slack.dev/reference/objects/usergroup-object */
const groupJson = ({ id, handle, name, isDisabled }: Group, team: string): object => ({
  id,
  team_id: team,
  is_usergroup: true,
  name,
  description: '',
  handle,
  is_external: false,
  date_delete: isDisabled ? 1_500_000_000 : 0,
});

export const workspaceMethods: Readonly<Record<string, Method>> = {
  'auth.test': define({
    args: z.object({}),
    run: (_, { world: { state } }) => ({
      url: `https://${state.team.domain}.slack.com/`,
      team: state.team.name,
      team_id: state.team.id,
      user: state.users.get(state.app.user)?.name,
      user_id: state.app.user,
      bot_id: state.app.bot,
      is_enterprise_install: false,
    }),
  }),
  'apps.connections.open': define({
    scope: 'connections:write',
    token: 'app',
    args: z.object({}),
    run: (_, { world }) => ({ url: world.ticket() }),
  }),
  'team.info': define({
    scope: 'team:read',
    args: z.object({}),
    run: (_, { world: { state } }) => ({ team: state.team }),
  }),
  'bots.info': define({
    scope: 'users:read',
    args: z.object({ bot: z.string() }),
    run: ({ bot }, { world: { state } }) => {
      if (bot !== state.app.bot) throw new Refusal('bot_not_found');
      const { id, user } = state.app;
      return {
        bot: { id: bot, app_id: id, user_id: user, name: state.users.get(user)?.name, deleted: false },
      };
    },
  }),
  'users.info': define({
    scope: 'users:read',
    args: z.object({ user: z.string(), include_locale: flag.optional() }),
    run: ({ user, include_locale }, context) => {
      const found = userFor(context, user);
      const { clock, state } = context.world;
      const json = userJson(found, state.team.id, clock.now());
      return { user: include_locale ? { ...json, locale: found.locale } : json };
    },
  }),
  'users.list': define({
    scope: 'users:read',
    args: z.object(pageArgs),
    run: (args, context) => {
      const { clock, state } = context.world;
      const { items, facts } = page(context, [...state.users.values()], args);
      return { members: items.map((user) => userJson(user, state.team.id, clock.now())), ...facts };
    },
  }),
  'usergroups.list': define({
    scope: 'usergroups:read',
    args: z.object({ include_disabled: flag.optional() }),
    run: ({ include_disabled = false }, { world: { state } }) => ({
      usergroups: [...state.groups.values()]
        .filter(({ isDisabled }) => include_disabled || !isDisabled)
        .map((group) => groupJson(group, state.team.id)),
    }),
  }),
  'emoji.list': define({
    scope: 'emoji:read',
    args: z.object({}),
    run: (_, { world: { address } }) => ({ emoji: { meetup: `${address()}/emoji/meetup.png` } }),
  }),
};
