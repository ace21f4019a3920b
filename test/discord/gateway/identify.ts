/** How a session begins, and how it is taken up again. https://docs.discord.com/developers/events/gateway#connections */
import { wholeGuildJson } from '../json/guild.ts';
import { memberJson, userById } from '../json/user.ts';
import { intent, knownIntents, privilegedIntents } from './intent.ts';
import type { Connection, Hub } from './hub.ts';
import { shut, spendIdentify } from './hub.ts';
import type { Session } from './session.ts';
import { offer, replay, tell } from './session.ts';

type Data = Readonly<Record<string, unknown>>;

interface Identity {
  readonly token: unknown;
  readonly intents: number;
  readonly shard: readonly [number, number];
}

function identityOf(data: Data): Identity {
  const [id = 0, of = 1] = Array.isArray(data['shard']) ? (data['shard'] as number[]) : [];
  return { token: data['token'], intents: Number(data['intents']), shard: [id, of] };
}

/** Each code with what earns it; the first that holds is said. */
const refusals: readonly (readonly [code: number, holds: (hub: Hub, of: Identity) => boolean])[] = [
  [4004, ({ state }, { token }) => state.token === null || token !== state.token],
  [4010, (_, { shard: [id, of] }) => !(id >= 0 && id < of)],
  [4013, (_, { intents }) => !Number.isInteger(intents) || (intents & ~knownIntents) !== 0],
  [4014, ({ state }, { intents }) => (intents & privilegedIntents & ~state.app.privileged) !== 0],
];

/** Guilds that the app is a member of. */
const guildsOf = ({ state }: Hub) =>
  [...state.guilds.values()].filter(({ members }) => members.has(state.app.id));

const onShard = (guild: string, [id, of]: Session['shard']): boolean =>
  Number((BigInt(guild) >> 22n) % BigInt(of)) === id;

function welcome(hub: Hub, session: Session): void {
  const { state } = hub;
  const guilds = guildsOf(hub).filter(({ id }) => onShard(id, session.shard));
  tell(session, 'READY', {
    v: 10,
    user: userById(state, state.app.id),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${hub.address().replace(/^http/, 'ws')}/gateway`,
    shard: session.shard,
    application: { id: state.app.id, flags: 0 },
    private_channels: [],
  });
  if ((session.intents & intent.guilds) === 0) return;
  for (const guild of guilds)
    tell(session, 'GUILD_CREATE', wholeGuildJson(state, guild, (session.intents & intent.members) !== 0));
}

/** What a test had it refused with; used up. */
function planned(hub: Hub): number | null {
  const { refusal } = hub;
  hub.refusal = null;
  return refusal;
}

export function identify(connection: Connection, data: Data): void {
  const { hub, socket } = connection;
  if (connection.session) return shut(connection, 4005);
  const identity = identityOf(data);
  const isLeft = spendIdentify(hub);
  const refused = planned(hub) ?? refusals.find(([, holds]) => holds(hub, identity))?.[0];
  if (refused !== undefined) return shut(connection, refused);
  if (!isLeft) return shut(connection, 4004);
  const session: Session = { ...identity, id: `session${hub.id()}`, told: [], socket };
  hub.sessions.set(session.id, session);
  connection.session = session;
  welcome(hub, session);
  hub.changed();
}

const invalid = (resumable: boolean): string => JSON.stringify({ op: 9, d: resumable });

export function resume(connection: Connection, data: Data): void {
  const { hub, socket } = connection;
  const refused = planned(hub) ?? (data['token'] === hub.state.token ? undefined : 4004);
  if (refused !== undefined) return shut(connection, refused);
  const session = hub.sessions.get(String(data['session_id']));
  if (!session) return socket.send(invalid(false));
  const after = Number(data['seq']);
  if (!(after <= session.told.length)) return shut(connection, 4007);
  session.socket = socket;
  connection.session = session;
  replay(session, after);
  hub.changed();
}

/** https://docs.discord.com/developers/events/gateway-events#request-guild-members */
export function requestMembers({ hub, session }: Connection, data: Data): void {
  const guild = hub.state.guilds.get(String(data['guild_id']));
  if (!guild || !session) return;
  const wanted = new Set([data['user_ids'] ?? []].flat().map(String));
  const found = [...guild.members.values()].filter(({ user }) => wanted.size === 0 || wanted.has(user));
  offer(session, {
    name: 'GUILD_MEMBERS_CHUNK',
    guild: guild.id,
    channel: null,
    data: () => ({
      guild_id: guild.id,
      members: found.map((member) => memberJson(hub.state, member)),
      chunk_index: 0,
      chunk_count: 1,
      not_found: [],
      nonce: data['nonce'],
    }),
  });
}
