/** The app itself: its user, its application, and where the gateway is. */
import { channelJson } from '../json/channel.ts';
import { myGuildJson, userById } from '../json/user.ts';
import { refuse } from '../refusal.ts';
import { directOf } from '../find.ts';
import type { Context, Route } from './define.ts';
import { param, route } from './define.ts';
import { guild } from './find.ts';
import { intent } from '../gateway/intent.ts';

/** What the switches of the portal look like on an application with fewer than 100 guilds. https://docs.discord.com/developers/resources/application */
const flags: readonly (readonly [bit: number, flag: number])[] = [
  [intent.presences, 1 << 13],
  [intent.members, 1 << 15],
  [intent.content, 1 << 19],
];

function application({ world: { state } }: Context): object {
  const own = flags.reduce((all, [bit, flag]) => ((state.app.privileged & bit) === 0 ? all : all | flag), 0);
  return {
    id: state.app.id,
    name: state.app.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    type: null,
    owner: userById(state, state.app.owner),
    bot: userById(state, state.app.id),
    approximate_guild_count: state.guilds.size,
    flags: own,
    flags_new: String(own),
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
}

function gatewayUrl({ world }: Context): object {
  return { url: `${world.address().replace(/^http/, 'ws')}/gateway` };
}

function openDirect({ world, body }: Context): object {
  const { recipient_id: id } = (body ?? {}) as { recipient_id?: string };
  const user = world.state.users.get(id ?? '');
  if (!user) throw refuse('unknownUser');
  if (user.isBot) throw refuse('cannotDirect');
  return channelJson(world.state, directOf(world.state, user));
}

function leave(context: Context): void {
  const { world } = context;
  const left = guild(context);
  left.members.delete(world.state.app.id);
}

export const selfRoutes: readonly Route[] = [
  route('GET /gateway', 'get_gateway', gatewayUrl),
  route('GET /gateway/bot', 'get_bot_gateway', (context) => ({
    ...gatewayUrl(context),
    shards: context.world.shards,
    session_start_limit: context.world.startLimit(),
  })),
  route('GET /applications/@me', 'get_my_application', application),
  route('GET /oauth2/applications/@me', 'get_my_oauth2_application', application),
  route('GET /users/@me', 'get_my_user', ({ world: { state } }) => ({
    ...userById(state, state.app.id),
    mfa_enabled: false,
    locale: 'en-US',
  })),
  route('GET /users/@me/guilds', 'list_my_guilds', ({ world: { state } }) =>
    [...state.guilds.values()]
      .filter(({ members }) => members.has(state.app.id))
      .map((one) => myGuildJson(state, one)),
  ),
  route('DELETE /users/@me/guilds/:guild', 'leave_guild', leave),
  route('POST /users/@me/channels', 'create_dm', openDirect),
  route('GET /users/:user', 'get_user', (context) => {
    const user = context.world.state.users.get(param(context, 'user'));
    if (!user) throw refuse('unknownUser');
    return userById(context.world.state, user.id);
  }),
];
