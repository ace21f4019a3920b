/** The scheduled events of a server as a Calendar. Each is known by its mark, so that nothing stands there twice. */
import { GuildScheduledEventStatus as Status, Routes } from 'discord.js';
import type { APIGuildScheduledEvent } from 'discord.js';
import type { Applied, Calendar, CalendarStep, Entry, Standing } from '../../src/port.ts';
import { appliedAfter, done, isGone, refused } from './calendar/applied.ts';
import { bodyOf, isSame, shown, standingOf } from './calendar/entry.ts';
import { eventLimits } from './limits.ts';
import type { Workspace } from './workspace.ts';

type Room = Pick<Workspace, 'clients' | 'self' | 'now'>;

/** One server, seen by the bot. */
interface Server extends Room {
  readonly guild: string;
}

/** `room` throws as long as it is not known who the bot is. */
export const createCalendar = (room: () => Room): Calendar => ({
  most: eventLimits.inGuild,
  shown,
  known: async (guild) => knownIn({ ...room(), guild }),
  apply: (guild, step) => apply(step, { ...room(), guild }),
});

/** What people made themselves is theirs. Discord may have forgotten what is over. */
async function knownIn({ clients, self, guild }: Server): Promise<readonly Standing[]> {
  const events = (await clients.reading.get(Routes.guildScheduledEvents(guild))) as APIGuildScheduledEvent[];
  return events.filter(({ creator_id: creator }) => creator === self.id).map(standingOf);
}

async function apply(step: CalendarStep, server: Server): Promise<Applied> {
  try {
    return await steps[step.step](step as never, server);
  } catch (error) {
    return appliedAfter(error, server.now());
  }
}

type Carry<Name extends CalendarStep['step']> = (
  step: Extract<CalendarStep, { step: Name }>,
  server: Server,
) => Promise<Applied>;

const steps: { readonly [Name in CalendarStep['step']]: Carry<Name> } = {
  // The list is read again: what was lost of an answer may stand there all the same.
  create: async ({ entry }, server) => {
    const known = await knownIn(server);
    const there = known.find(({ mark, status }) => mark === entry.mark && status !== 'over');
    return put(entry, there ?? null, server);
  },
  update: async ({ ref, entry }, server) => put(entry, await find(ref, server), server),
  cancel: async ({ ref }, server) => {
    const there = await find(ref, server);
    if (there === null || there.status === 'over') return done;
    return there.status === 'running' ? refused('begun') : patch(ref, { status: Status.Canceled }, server);
  },
};

/** `null`: it is not there any more. */
async function find(ref: string, { clients, guild }: Server): Promise<Standing | null> {
  try {
    const event = await clients.reading.get(Routes.guildScheduledEvent(guild, ref));
    return standingOf(event as APIGuildScheduledEvent);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** In the place of what stands there. What has begun is left alone. */
async function put(entry: Entry, there: Standing | null, server: Server): Promise<Applied> {
  const now = server.now();
  if (there !== null && isSame(there, entry)) return done;
  if (there !== null && (there.status !== 'scheduled' || there.start <= now)) return refused('begun');
  if (entry.start <= now) return refused('past');
  return there === null ? post(entry, server) : patch(there.ref, bodyOf(entry), server);
}

async function post(entry: Entry, { clients, guild }: Server): Promise<Applied> {
  await clients.posting.post(Routes.guildScheduledEvents(guild), { body: bodyOf(entry) });
  return done;
}

async function patch(ref: string, body: object, { clients, guild }: Server): Promise<Applied> {
  await clients.posting.patch(Routes.guildScheduledEvent(guild, ref), { body });
  return done;
}
