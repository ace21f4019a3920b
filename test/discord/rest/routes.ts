/** Every operation of the REST API, and how the one that is meant is found. */
import { channelRoutes } from './channel.ts';
import { commandRoutes } from './command.ts';
import { guildRoutes } from './guild.ts';
import { interactionRoutes } from './interaction.ts';
import { inviteRoutes } from './invite.ts';
import { messageRoutes } from './message.ts';
import { reactionRoutes } from './reaction.ts';
import { selfRoutes } from './self.ts';
import { threadRoutes } from './thread.ts';
import { webhookRoutes } from './webhook.ts';
import type { Route } from './define.ts';

/** Every operation that there is. */
export const routes: readonly Route[] = [
  ...selfRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...inviteRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

/** A route, with what stands in the places of its parameters. */
export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split('/');
  const words = path.split('/').map(decodeURIComponent);
  if (names.length !== words.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const word = words[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = word;
    else if (name !== word) return null;
  }
  return params;
}

export function findRoute(method: string, path: string): Found | null {
  for (const route of routes) {
    const params = route.method === method ? match(route.path, path) : null;
    if (params) return { route, params };
  }
  return null;
}
