/** What Discord's composer makes of what is typed: names become mentions. */
import type { State } from '../state.ts';

function mention(state: State, guild: string | null, token: string): string {
  const called = token.slice(1);
  const user = [...state.users.values()].find(({ name }) => name === called);
  if (token.startsWith('@') && user) return `<@${user.id}>`;
  const role = [...(state.guilds.get(guild ?? '')?.roles.values() ?? [])].find(({ name }) => name === called);
  if (token.startsWith('@') && role) return `<@&${role.id}>`;
  const channel = [...state.channels.values()].find((one) => one.name === called && one.guild === guild);
  return token.startsWith('#') && channel ? `<#${channel.id}>` : token;
}

/** `@name` and `#channel` become mentions where there is somebody or something of that name; the rest stays as it is. */
export const compose = (state: State, guild: string | null, typed: string): string =>
  typed.replaceAll(/[@#][\w-]+/g, (token) => mention(state, guild, token));
