/** Discord's API with one application in one server, where all is well unless a test says otherwise. */
import { OverwriteType, PermissionFlagsBits as bits } from 'discord.js';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import { permissions } from '../../../adapters/discord/setup/permissions.ts';
import type { AppRequest } from '../../../src/port.ts';
import { startApi } from '../api.ts';
import type { Api, ApiAnswer, ApiAnswers } from '../api.ts';
import { appRequest } from '../request.ts';
import { registered } from './registered.ts';

export const token = 'MTEwMDAwMDAw.GxxxxX.secretsecret';

export const ids = {
  application: '1100000000000000001',
  user: '1100000000000000001',
  guild: '2200000000000000001',
  role: '3300000000000000001',
} as const;

/** Message Content, for fewer servers than a hundred. */
export const contentFlag = 1 << 19;

export const applicationJson = {
  id: ids.application,
  name: 'Hatoba',
  flags: contentFlag,
  bot_require_code_grant: false,
  interactions_endpoint_url: null,
};

export const botRights = String(permissions.reduce((all, each) => all | bits[each], 0n));

export const roles = {
  everyone: (rights = botRights) => ({ id: ids.guild, permissions: rights }),
  bot: (rights = botRights) => ({ id: ids.role, permissions: rights }),
};

export const channel = (name: string, more: object = {}): object => ({
  id: `44${name}`,
  name,
  type: 0,
  permission_overwrites: [],
  ...more,
});

/** Denies, or allows, the rights to a role. */
export const overwrite = (id: string, { allow = 0n, deny = 0n }): object => ({
  id,
  type: OverwriteType.Role,
  allow: String(allow),
  deny: String(deny),
});

const answerOf = (body: object) => (): ApiAnswer => ({
  headers: { 'content-type': 'application/json' },
  body,
});

export const path = {
  self: 'v10/users/@me',
  application: 'v10/applications/@me',
  commands: `v10/applications/${ids.application}/commands?with_localizations=true`,
  apply: `v10/applications/${ids.application}/commands`,
  guilds: 'v10/users/@me/guilds?after=0',
  roles: `v10/guilds/${ids.guild}/roles`,
  channels: `v10/guilds/${ids.guild}/channels`,
  member: `v10/guilds/${ids.guild}/members/${ids.user}`,
} as const;

const well: Readonly<Record<string, object>> = {
  [path.self]: { id: ids.user, username: 'meetup' },
  [path.application]: applicationJson,
  [path.commands]: registered(commandsFor(appRequest())),
  [path.apply]: [],
  [path.guilds]: [{ id: ids.guild, name: 'Meetup Tokyo' }],
  [path.roles]: [roles.everyone(), roles.bot()],
  [path.channels]: [channel('general'), channel('voice', { type: 2 })],
  [path.member]: { user: { id: ids.user }, roles: [ids.role] },
};

/** `bodies` are answers of 200; `answers` are any. */
export const startDiscordApi = (
  bodies: Readonly<Record<string, object>> = {},
  answers: ApiAnswers = {},
): Promise<Api> =>
  startApi({
    ...Object.fromEntries(Object.entries({ ...well, ...bodies }).map(([at, body]) => [at, answerOf(body)])),
    ...answers,
  });

/** Ends as `DISCORD_API_URL` has it. */
export const envOf = ({ url }: Api): NodeJS.ProcessEnv => ({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: url.slice(0, -1),
});

/** What Discord knows when it was told in the language of the members. */
export const commandsIn = (locale: AppRequest['locale']): object =>
  registered(commandsFor(appRequest({ locale })));
