/** Who one can be in the playground: a member, an organiser, and a guest from elsewhere. Two tabs are two people. */
import type { Locale, Person } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';

const tokyo = 'Asia/Tokyo';

const people = [
  { id: 'hanako', zone: tokyo, organiser: false, guest: false },
  { id: 'taro', zone: tokyo, organiser: true, guest: false },
  { id: 'alex', zone: 'Europe/London', organiser: false, guest: true },
] as const;

type MemberId = (typeof people)[number]['id'];

export interface Member extends Person {
  readonly id: MemberId;
  readonly zone: string;
}

/** The author of what the bot says. */
export const botId = 'meetup';

export type AuthorId = MemberId | typeof botId;

/** Everyone, as that language names them. */
export const membersIn = (locale: Locale): readonly Member[] =>
  people.map((person) => ({ ...person, name: nameOf(person.id, locale), locale }));

/** `null`: nobody of that name is here. */
export const memberOf = (id: string, locale: Locale): Member | null =>
  membersIn(locale).find((member) => member.id === id) ?? null;

/** Whoever wrote a message, the bot among them. */
export const authorOf = (id: AuthorId, locale: Locale): Person =>
  memberOf(id, locale) ?? { id, name: nameOf(id, locale), organiser: false, guest: false };

export const nameOf = (id: AuthorId, locale: Locale): string => words[locale].playground.name[id];
