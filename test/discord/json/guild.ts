/** Guilds and scheduled events as the API and the gateway show them. */
import { may } from '../permission.ts';
import type { Guild, ScheduledEvent, State } from '../state.ts';
import { channelJson } from './channel.ts';
import { memberJson, rolesJson, userById } from './user.ts';

/** `preferred_locale` is one of Discord's. */
export const guildJson = (guild: Guild): Readonly<Record<string, unknown>> => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  description: null,
  banner: null,
  home_header: null,
  incidents_data: null,
  widget_enabled: false,
  widget_channel_id: null,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  nsfw: false,
  owner_id: guild.owner,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  application_id: null,
  preferred_locale: guild.locale,
  features: [],
  emojis: [],
  stickers: [],
  roles: rolesJson(guild),
});

export const eventJson = (state: State, guild: Guild, event: ScheduledEvent): object => ({
  id: event.id,
  guild_id: guild.id,
  creator_id: event.creator,
  creator: userById(state, event.creator),
  user_count: event.users.size,
  image: null,
  entity_id: null,
  recurrence_rule: null,
  ...event.fields,
});

/** As `GUILD_CREATE` tells it. `everybody`: with all members, as the intent for members has it. */
export function wholeGuildJson(state: State, guild: Guild, everybody: boolean): object {
  const channels = [...state.channels.values()].filter((channel) => channel.guild === guild.id);
  const threads = channels.filter(
    (channel) =>
      channel.thread?.archived === false && may(state, { user: state.app.id, channel }, 'viewChannel'),
  );
  const members = [...guild.members.values()].filter(({ user }) => everybody || user === state.app.id);
  return {
    ...guildJson(guild),
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: members.map((member) => memberJson(state, member)),
    channels: channels.filter(({ thread }) => thread === null).map((channel) => channelJson(state, channel)),
    threads: threads.map((channel) => channelJson(state, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    soundboard_sounds: [],
    guild_scheduled_events: [...guild.events.values()].map((event) => eventJson(state, guild, event)),
  };
}
