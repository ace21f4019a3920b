/** Whose workspace a token is of: members of one community never see what another has. */
import type { Settings } from '../../src/port.ts';

/** Ids of Slack's workspaces and organisations; those of Discord's guilds are numbers. */
const slackId = /^[ET][A-Z0-9]+$/;

/** Where the community lists workspaces of Slack, the token has to be of one of them. */
export function isListed(team: string, workspaces: Settings['workspaces']): boolean {
  const listed = workspaces.filter((id) => slackId.test(id));
  return listed.length === 0 || listed.includes(team);
}
