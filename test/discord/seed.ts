/** The guild that a test begins with, unless it says otherwise. */
import { intent } from './gateway/intent.ts';
import type { Permission } from './permission.ts';
import { bitsOf } from './permission.ts';
import { fixedId } from './snowflake.ts';
import type { AppSettings, Channel, Guild, Overwrite, Role, State, User } from './state.ts';
import { channelTypes } from './state.ts';

export const token = 'simulated.discord.token';

/** A person as a test names them; the rest is ordinary. `roles`: names. */
export type Person = Pick<User, 'name'> & Partial<User> & { readonly roles?: readonly string[] };

/** A channel as a test names it. */
export interface Room {
  readonly name: string;
  readonly kind?: 'text' | 'announcement' | 'forum' | 'voice';
  /** Who sees it, if not everybody: names of roles or people; `meetup` is the app. */
  readonly seenBy?: readonly string[];
  /** What the app may not do there. */
  readonly appMayNot?: readonly Permission[];
  readonly topic?: string;
  /** Names of the tags of a forum. */
  readonly tags?: readonly string[];
}

export interface Community {
  readonly name: string;
  readonly locale?: string;
  /** Is the app a member? */
  readonly installed?: boolean;
  readonly rooms: readonly Room[];
  /** Names of people who are not there. */
  readonly without?: readonly string[];
}

export const people: readonly Person[] = [
  { name: 'hanako', locale: 'ja', zone: 'Asia/Tokyo' },
  { name: 'ken', locale: 'en-US', zone: 'America/New_York' },
  { name: 'yui', locale: 'ja', zone: 'Asia/Tokyo', roles: ['organisers'] },
  { name: 'gus', locale: 'en-GB', zone: 'Europe/London' },
];

export const rooms: readonly Room[] = [
  { name: 'general' },
  { name: 'random', appMayNot: ['viewChannel'] },
  { name: 'staff', seenBy: ['organisers', 'meetup'] },
  { name: 'news', kind: 'announcement' },
  { name: 'questions', kind: 'forum', tags: ['docker', 'search'] },
];

export const guilds: readonly Community[] = [{ name: 'Meetup Tokyo', locale: 'ja', rooms }];

export const app: AppSettings = { name: 'meetup', privileged: intent.members | intent.content };

/** What everybody may do in a new guild. */
const everyone: readonly Permission[] = [
  'createInvite',
  'addReactions',
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'attachFiles',
  'readHistory',
  'useCommands',
  'createPublicThreads',
  'createPrivateThreads',
  'sendInThreads',
];

const organiser: readonly Permission[] = [
  'manageGuild',
  'manageMessages',
  'mentionEveryone',
  'manageThreads',
];

export interface Seed {
  readonly people: readonly Person[];
  readonly guilds: readonly Community[];
  readonly app: AppSettings;
}

const asUser = (person: Person, index: number): User => ({
  id: fixedId(101 + index),
  name: person.name,
  locale: person.locale ?? 'en-US',
  zone: person.zone ?? 'UTC',
  isBot: person.isBot ?? false,
  acceptsDirect: person.acceptsDirect ?? true,
});

const role = (id: string, name: string, names: readonly Permission[]): Role => ({
  id,
  name,
  permissions: bitsOf(names),
  mentionable: false,
});

/** What a guild is made of: numbers of ids begin at `base`. */
interface Making {
  readonly seed: Seed;
  readonly community: Community;
  readonly base: number;
  readonly users: readonly User[];
}

function asGuild({ seed, community, base, users }: Making): Guild {
  const id = fixedId(base);
  const roles = [role(id, '@everyone', everyone), role(fixedId(base + 1), 'organisers', organiser)];
  const present = users.filter(({ name, isBot }) =>
    isBot ? community.installed !== false : community.without?.includes(name) !== true,
  );
  const rolesOf = (user: User): string[] => {
    const named = seed.people.find(({ name }) => name === user.name)?.roles ?? [];
    return roles.filter(({ name }) => named.includes(name)).map((one) => one.id);
  };
  return {
    id,
    name: community.name,
    locale: community.locale ?? 'en-US',
    owner: fixedId(100),
    roles: byId(roles),
    members: new Map(present.map((user) => [user.id, { user: user.id, nick: null, roles: rolesOf(user) }])),
    events: new Map(),
  };
}

function overwritesOf(guild: Guild, room: Room, users: readonly User[]): Overwrite[] {
  const view = bitsOf(['viewChannel']);
  const seer = (called: string): Overwrite => {
    const one = [...guild.roles.values()].find(({ name }) => name === called);
    const id = one?.id ?? users.find(({ name }) => name === called)?.id ?? called;
    return { id, kind: one ? 'role' : 'member', allow: view, deny: 0n };
  };
  const shut: Overwrite = { id: guild.id, kind: 'role', allow: 0n, deny: view };
  const me = users.find(({ isBot }) => isBot)?.id ?? '';
  const less: Overwrite = { id: me, kind: 'member', allow: 0n, deny: bitsOf(room.appMayNot ?? []) };
  return [...(room.seenBy ? [shut, ...room.seenBy.map(seer)] : []), ...(room.appMayNot ? [less] : [])];
}

const channelsOf = ({ community, base, users }: Making, guild: Guild): Channel[] =>
  community.rooms.map((room, number) => ({
    id: fixedId(base + 100 + number),
    name: room.name,
    type: channelTypes[room.kind ?? 'text'],
    guild: guild.id,
    parent: null,
    topic: room.topic ?? null,
    overwrites: overwritesOf(guild, room, users),
    recipients: [],
    tags: (room.tags ?? []).map((name, index) => ({
      id: fixedId((base + 100 + number) * 100 + index),
      name,
    })),
    requiresTag: false,
    thread: null,
    messages: [],
  }));

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

export function createState(seed: Seed): State {
  const me = { ...asUser({ name: seed.app.name, isBot: true }, 0), id: fixedId(1) };
  const owner = { ...asUser({ name: 'owner' }, 0), id: fixedId(100) };
  const users = [...seed.people.map(asUser), me, owner];
  const makings = seed.guilds.map((community, index) => ({
    seed,
    community,
    // A millisecond apart: where there are several shards, one is not on that of the next.
    base: 1000 * (index + 1) + index * 2 ** 22,
    users,
  }));
  const all = makings.map((making) => ({ making, guild: asGuild(making) }));
  const channels = all.flatMap(({ making, guild }) => channelsOf(making, guild));
  return {
    app: { ...seed.app, id: me.id, owner: owner.id },
    token,
    users: byId(users),
    guilds: byId(all.map(({ guild }) => guild)),
    channels: byId(channels),
    commands: new Map(),
    modals: new Map(),
    invites: new Map(),
  };
}
