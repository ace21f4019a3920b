/** Invites to channels. https://docs.discord.com/developers/resources/invite */
import { refuse } from '../refusal.ts';
import type { Context, Route } from './define.ts';
import { param, route } from './define.ts';
import { channel, need } from './find.ts';

function invite(context: Context): object {
  const of = channel(context);
  need(context, of, 'createInvite');
  const code = `invite${context.world.state.invites.size + 1}`;
  context.world.state.invites.set(code, of.id);
  return inviteJson(context, code);
}

function inviteJson(context: Context, code: string): object {
  const { state } = context.world;
  const of = state.channels.get(state.invites.get(code) ?? '');
  if (!of) throw refuse('unknownInvite');
  const guild = state.guilds.get(of.guild ?? '');
  return {
    type: 0,
    code,
    channel: { id: of.id, name: of.name, type: of.type },
    guild: { id: of.guild, name: guild?.name },
    expires_at: null,
  };
}

export const inviteRoutes: readonly Route[] = [
  route('POST /channels/:channel/invites', 'create_channel_invite', invite),
  route('GET /invites/:code', 'invite_resolve', (context) => inviteJson(context, param(context, 'code'))),
];
