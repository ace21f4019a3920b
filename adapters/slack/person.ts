/** Who someone is, asked of Slack at every call: whoever was an organiser yesterday may be none today. */
import type { webApi } from '@slack/bolt';
import type { Locale, Person } from '../../src/port.ts';
import { createCache } from './cache.ts';
import { isRefusal } from './web-api/failure.ts';
import type { Workspace } from './workspace.ts';

export type User = NonNullable<webApi.UsersInfoResponse['user']>;

/** What stays the same for long. */
type Profile = Pick<Person, 'id' | 'name' | 'locale' | 'zone'>;

export interface People {
  /** As Slack says now. Where it says nothing, someone without any right, as far as they were known. */
  readonly ask: (id: string) => Promise<Person>;
  /** Someone who does not ask for anything, the author of a message: without a right, as they were known once. */
  readonly known: (id: string) => Promise<Person>;
  /**
   * The same for what is kept: waits as long as Slack wants. `null`: Slack knows nobody of that id. Rejects where Slack can
   * not be asked.
   */
  readonly author: (id: string) => Promise<Person | null>;
}

type Room = Pick<Workspace, 'clients' | 'self' | 'settings' | 'log'>;

/** How many people are remembered. */
const mostKnown = 5000;

export function createPeople(room: Room): People {
  const profiles = createCache<Profile>(mostKnown);

  const look = async (id: string): Promise<Person> => {
    const [user, { organisers }] = await Promise.all([userOf(id, room), room.settings()]);
    if (user === null) return { ...(profiles.get(id) ?? { id, name: id }), ...nobody };
    const profile = profileOf(id, user);
    profiles.set(id, profile);
    return { ...profile, ...rightsOf(user, organisers, room.self.team) };
  };

  const known = async (id: string): Promise<Person> => ({
    ...(profiles.get(id) ?? (await look(id))),
    ...nobody,
  });

  const author = async (id: string): Promise<Person | null> => {
    const profile = profiles.get(id) ?? (await profileFor(id, room));
    if (profile === null) return null;
    profiles.set(id, profile);
    return { ...profile, ...nobody };
  };
  return { ask: look, known, author };
}

const nobody = { organiser: false, guest: true } as const;

async function userOf(id: string, { clients, log }: Room): Promise<User | null> {
  try {
    const { user } = await clients.interaction.users.info({ user: id, include_locale: true });
    return user ?? null;
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say who someone is: they have no right until it does');
    return null;
  }
}

async function profileFor(id: string, { clients }: Room): Promise<Profile | null> {
  try {
    const { user } = await clients.read(({ users }) => users.info({ user: id, include_locale: true }));
    return user === undefined ? null : profileOf(id, user);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** `ja-JP` is `ja`; whoever reads neither language reads English. */
const localeOf = (tag: string): Locale => (tag.startsWith('ja') ? 'ja' : 'en');

export const profileOf = (id: string, user: User): Profile => ({
  id,
  name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || id,
  ...(user.locale === undefined ? {} : { locale: localeOf(user.locale) }),
  ...(user.tz === undefined ? {} : { zone: user.tz }),
});

/**
 * A guest is who Slack calls so, and everybody from elsewhere; a guest is never an organiser, whatever the community's
 * settings say. Those name an id or a username: what is shown of people they choose themselves.
 */
function rightsOf(
  user: User,
  organisers: readonly string[],
  team: string,
): Pick<Person, 'organiser' | 'guest'> {
  const isFromHere = user.team_id === team || (user.enterprise_user?.teams?.includes(team) ?? false);
  const isGuest = [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.deleted].includes(
    true,
  );
  const guest = isGuest || !isFromHere;
  const isNamed = organisers.some((one) => one === user.id || one.replace(/^@/, '') === user.name);
  return { guest, organiser: !guest && (user.is_admin === true || user.is_owner === true || isNamed) };
}
