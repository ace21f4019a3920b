/** Someone whom the bot may write to later. */
import type { Call, Locale, Person } from '../port.ts';

export interface Who extends Pick<Person, 'id' | 'name'> {
  readonly platform: string;
  /** The language in which they are answered. */
  readonly locale: Locale;
  readonly zone?: string;
}

export const whoCalls = ({ person, place, locale }: Pick<Call, 'person' | 'place' | 'locale'>): Who => {
  const { id, name, zone } = person;
  return { id, name, platform: place.platform, locale, ...(zone === undefined ? {} : { zone }) };
};

/** As a chat is told whom to write to: what they may do does not matter then. */
export const personOf = ({ id, name, locale, zone }: Omit<Who, 'platform'>): Person => ({
  id,
  name,
  locale,
  ...(zone === undefined ? {} : { zone }),
  organiser: false,
  guest: false,
});
