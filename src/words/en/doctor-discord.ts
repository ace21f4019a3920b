/** What `doctor` finds of Discord, and for what is wrong the way to mend it. */
import { plural } from './plural.ts';
import { trouble } from './trouble.ts';

const portal = 'https://discord.com/developers/applications → the application';

const tokenFix = `${portal} → Bot → Reset Token: copy it to DISCORD_TOKEN or DISCORD_TOKEN_FILE.`;

export const discord = {
  ...trouble({
    platform: 'Discord',
    status: 'https://discordstatus.com',
    variable: 'DISCORD_API_URL',
    usual: 'https://discord.com/api',
    shape: 'without a version at its end',
  }),
  token: 'DISCORD_TOKEN is set and looks right.',
  noToken: { message: 'DISCORD_TOKEN is not set.', fix: tokenFix },
  notToken: {
    message:
      'DISCORD_TOKEN is no token of a bot: that is three parts with dots between them, and no word before it.',
    fix: tokenFix,
  },
  shut: (code: number) => ({
    message: `Discord has closed the connection for good (code ${code}).`,
    fix: 'A newer version of the bot may be let in. What the code means: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway',
  }),
  refused: { message: 'Discord does not accept DISCORD_TOKEN: it is wrong, or was reset.', fix: tokenFix },
  auth: (bot: string, application: string, id: string) =>
    `The token is accepted: @${bot} of the application ${application} (${id})`,
  content: 'Message Content: the bot can read the conversations that it makes notes of.',
  noContent: {
    message:
      'The application may not read the content of messages. Without it this does not work: collecting notes from a conversation.',
    fix: `${portal} → Bot → Message Content Intent: switch it on, and start the bot again.`,
  },
  endpoint: {
    message:
      'Discord sends what people do to an address (Interactions Endpoint URL) instead of the bot: it answers nobody.',
    fix: `${portal} → General Information → Interactions Endpoint URL: empty it.`,
  },
  codeGrant: {
    message: 'The application wants a code grant: the address that invites the bot does not work.',
    fix: `${portal} → Bot → Requires OAuth2 Code Grant: switch it off.`,
  },
  commands: 'The commands are registered as they should be.',
  oldCommands: (names: string) => ({
    message: `These commands are not registered as they should be: ${names}.`,
    fix: 'npm run -s meetup -- setup discord shows what differs, and with --apply mends it.',
  }),
  noServer: (url: string) => ({
    message: 'The bot is in no server: nobody can talk to it.',
    fix: `Open this in a browser, and choose the server: ${url}`,
  }),
  otherServer: (name: string, id: string) => ({
    message: `It is in ${name} (${id}), which community.md does not list: nobody gets an answer there.`,
    fix: 'List it in workspaces, or take the bot out of that server.',
  }),
  permissions: (server: string) => `${server}: it has the rights that it needs.`,
  noPermission: (server: string, { name, use, url }: Record<'name' | 'use' | 'url', string>) => ({
    message: `${server}: the right ${name} is not given. Without it this does not work: ${use}.`,
    fix: `Server Settings → Roles → the role of the bot: give it. Or invite it anew: ${url}`,
  }),
  channels: (server: string, names: string, { seen, all }: Record<'seen' | 'all', number>) =>
    `${server}: it sees ${seen} of ${plural(all, 'channel')}: ${names}`,
  noChannels: (server: string) => ({
    message: `${server}: it sees no channel at all.`,
    fix: 'Edit Channel → Permissions: add the bot where people are to ask it.',
  }),
  more: (left: number) => `and ${left} more`,
  channel: (server: string, channel: string, permissions: string) => ({
    message: `${server}, ${channel}: others may there what the bot may not: ${permissions}.`,
    fix: 'Edit Channel → Permissions → the role of the bot: allow it.',
  }),
};
