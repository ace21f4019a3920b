/** Whose server it is: members of one community never see what another has. */
import type { Settings } from '../../src/port.ts';

/** Ids of Discord's guilds; those of Slack's workspaces begin with a letter. */
const discordId = /^\d+$/;

/** Where the community lists guilds of Discord, it has to be one of them. */
export function isListed(guild: string, workspaces: Settings['workspaces']): boolean {
  const listed = workspaces.filter((id) => discordId.test(id));
  return listed.length === 0 || listed.includes(guild);
}
