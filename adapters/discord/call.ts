/** What somebody did in Discord → a Call: what it says, who did it, and where. */
import type { APIUser } from 'discord.js';
import type { Call, Locale, View } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import type { Member } from './home.ts';
import type { Acting } from './person.ts';
import { placeOf } from './place.ts';
import type { Spot } from './place.ts';

type Said = Pick<Call, 'command' | 'input'>;

/** What arrived. */
export interface Asked extends Pick<Acting, 'locale'> {
  /** A function: what is said instead of asking the bot. */
  readonly said: Said | ((locale: Locale) => View);
  readonly user: APIUser;
  /** `null`: in a conversation with the bot nobody is a member. */
  readonly member: Member | null;
  readonly spot: Spot;
}

type Callers = Pick<Desk, 'bot' | 'guilds' | 'people' | 'newId'>;

/** A conversation with the bot belongs to a server in which they both are; where there is none, its workspace is ''. */
export async function callOf({ said, spot, ...acting }: Asked, room: Callers): Promise<Call> {
  const home =
    spot.guild === null
      ? await room.people.home(acting.user.id)
      : { guild: spot.guild, member: acting.member };
  const { guild, member } = home ?? { guild: '', member: null };
  const person = await room.people.person({ ...acting, member, guild });
  const place = placeOf(spot, guild, room);
  const locale = await room.bot.localeOf(person, place);
  return { ...saidIn(said), place, person, locale, id: room.newId() };
}

export const saidIn = (said: Asked['said']): Said =>
  typeof said === 'function' ? { command: '', input: '' } : said;
