/** The part of an app manifest that decides what people can do with the app, and its limits. https://docs.slack.dev/reference/app-manifest */
import { z } from 'zod';
import { manifestLimits as limits } from '../limits.ts';
import type { AppSettings } from '../state.ts';

const command = z.object({
  command: z.string().startsWith('/').max(limits.command),
  description: z.string().min(1).max(limits.commandDescription),
  usage_hint: z.string().max(limits.usageHint).optional(),
});

const shortcut = z.object({
  name: z.string().min(1).max(limits.shortcutName),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(limits.callbackId),
  description: z.string().min(1).max(limits.shortcutDescription),
});

const manifest = z.object({
  display_information: z.object({
    name: z.string().min(1).max(limits.name),
    description: z.string().max(limits.description).optional(),
    long_description: z.string().min(limits.longDescription.min).max(limits.longDescription.max).optional(),
  }),
  features: z.object({
    bot_user: z.object({ display_name: z.string().min(1).max(limits.botName) }),
    slash_commands: z.array(command).max(limits.commands).default([]),
    shortcuts: z.array(shortcut).max(limits.shortcuts).default([]),
    unfurl_domains: z.array(z.string()).max(limits.unfurlDomains).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).max(limits.scopes) }) }),
  settings: z.object({
    event_subscriptions: z
      .object({ bot_events: z.array(z.string()).max(limits.events).default([]) })
      .default({ bot_events: [] }),
  }),
});

/** The app that Slack would make of it; throws a ZodError for what it would refuse. */
export function appOf(value: unknown): AppSettings {
  const { features, oauth_config, settings } = manifest.parse(value);
  return {
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map((one) => one.command),
    shortcuts: features.shortcuts.map(({ callback_id }) => callback_id),
    unfurlDomains: features.unfurl_domains,
  };
}
