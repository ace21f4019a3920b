/** The workspace that a test begins with, unless it says otherwise. */
import type { AppSettings, Channel, Group, State, Token, User } from './state.ts';

export const botToken = 'xoxb-simulated';
export const appToken = 'xapp-simulated';

/** A person as a test names them; the rest is ordinary. */
export type Person = Pick<User, 'name'> & Partial<User>;

/** A channel as a test names it. `members`: names of users; `meetup` is the app. */
export interface Room {
  readonly name: string;
  readonly kind?: 'public' | 'private';
  readonly archived?: boolean;
  readonly members: readonly string[];
}

export const people: readonly Person[] = [
  { name: 'hanako', locale: 'ja-JP', zone: 'Asia/Tokyo' },
  { name: 'ken', locale: 'en-US', zone: 'America/New_York' },
  { name: 'yui', locale: 'ja-JP', zone: 'Asia/Tokyo', isAdmin: true },
  { name: 'gus', locale: 'en-GB', zone: 'Europe/London', guest: 'many' },
];

export const rooms: readonly Room[] = [
  { name: 'general', members: ['hanako', 'ken', 'yui', 'gus', 'meetup'] },
  { name: 'random', members: ['hanako', 'ken'] },
  { name: 'staff', kind: 'private', members: ['yui', 'meetup'] },
  { name: 'attic', archived: true, members: ['hanako', 'meetup'] },
];

export const groups: readonly Group[] = [
  { id: 'SORGANISERS', handle: 'organisers', name: 'People who organise', isDisabled: false },
  { id: 'SSPEAKERS', handle: 'speakers', name: 'People who speak', isDisabled: false },
  { id: 'SOLD', handle: 'committee', name: 'Committee of 2018', isDisabled: true },
];

export const app: AppSettings = {
  scopes: [
    'app_mentions:read',
    'channels:history',
    'channels:read',
    'chat:write',
    'commands',
    'emoji:read',
    'files:read',
    'files:write',
    'groups:history',
    'groups:read',
    'im:history',
    'im:read',
    'im:write',
    'links:read',
    'links:write',
    'reactions:read',
    'reactions:write',
    'team:read',
    'usergroups:read',
    'users:read',
  ],
  events: null,
  commands: null,
  shortcuts: null,
  unfurlDomains: ['example.org'],
};

const asUser = (person: Person): User => ({
  id: `U${person.name.toUpperCase()}`,
  locale: 'en-US',
  zone: 'UTC',
  isAdmin: false,
  isOwner: false,
  guest: 'no',
  isBot: false,
  isStranger: false,
  isDeleted: false,
  ...person,
});

const asChannel = (room: Room): Channel => ({
  id: `C${room.name.toUpperCase()}`,
  name: room.name,
  kind: room.kind ?? 'public',
  archived: room.archived ?? false,
  members: new Set(room.members.map((name) => `U${name.toUpperCase()}`)),
  messages: [],
});

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

export interface Seed {
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
  readonly app: AppSettings;
}

export function createState(seed: Seed): State {
  const tokens: [string, Token][] = [
    [botToken, { kind: 'bot', scopes: seed.app.scopes, refused: null }],
    [appToken, { kind: 'app', scopes: ['connections:write'], refused: null }],
  ];
  return {
    team: { id: 'TMEETUP', name: 'Meetup Tokyo', domain: 'meetup-tokyo' },
    app: { ...seed.app, id: 'AMEETUP', bot: 'BMEETUP', user: 'UMEETUP' },
    users: byId([...seed.people, { name: 'meetup', isBot: true }].map(asUser)),
    channels: byId(seed.rooms.map(asChannel)),
    groups: byId(groups),
    tokens: new Map(tokens),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
  };
}
