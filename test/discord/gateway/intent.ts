/** Which events need which intent. https://docs.discord.com/developers/events/gateway#list-of-intents */

const bit = (place: number): number => 1 << place;

/** Those that the simulator itself speaks of. */
export const intent = {
  guilds: bit(0),
  members: bit(1),
  presences: bit(8),
  content: bit(15),
} as const;

/** By the beginning of the name of the event: its intent in guilds, and in direct messages. The first that fits counts. */
const needs: readonly (readonly [prefix: string, guild: number, direct: number])[] = [
  ['GUILD_MEMBER_', bit(1), 0],
  ['GUILD_SCHEDULED_EVENT_', bit(16), 0],
  ['GUILD_', bit(0), 0],
  ['CHANNEL_', bit(0), 0],
  ['THREAD_', bit(0), 0],
  ['MESSAGE_REACTION_', bit(10), bit(13)],
  ['MESSAGE_', bit(9), bit(12)],
  ['TYPING_', bit(11), bit(14)],
  ['INVITE_', bit(6), 0],
];

/** What comes to everybody is in no line of the list. */
export function isWanted(intents: number, name: string, isDirect: boolean): boolean {
  const line = needs.find(([prefix]) => name.startsWith(prefix));
  if (!line) return true;
  const need = isDirect ? line[2] : line[1];
  return need === 0 || (intents & need) !== 0;
}

/** Those that need a switch in the developer portal. https://docs.discord.com/developers/events/gateway#privileged-intents */
export const privilegedIntents = intent.members | intent.presences | intent.content;

/** Every bit that means something. */
export const knownIntents = [...Array.from({ length: 17 }, (_, place) => place), 20, 21, 24, 25].reduce(
  (all, place) => all | bit(place),
  0,
);
