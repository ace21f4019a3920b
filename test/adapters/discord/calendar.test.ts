/** The scheduled events of a server: what is to stand there stands there once, whatever becomes of an answer. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { REST, Routes } from 'discord.js';
import type { DiscordChat } from '../../../adapters/discord/chat.ts';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Applied, Calendar, CalendarStep, Entry, Standing } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let chat: DiscordChat;
let guild: string;

const start = async (options: Partial<Options> = {}): Promise<void> => {
  chat = connected.create(options);
  await chat.start(botOf(() => say('')));
};

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  guild = discord.idOf.guild();
  await discord.empower({ user: 'meetup', permissions: ['createEvents'] });
  await start();
});
afterEach(() => connected.stop());

const hour = 3_600_000;
const inHours = (hours: number): Date => new Date(Math.ceil(Date.now() / hour) * hour + hours * hour);

const entry = (more: Partial<Entry> = {}): Entry => ({
  mark: 'https://meetup.example/events/docker-1',
  title: 'Docker Meetup Tokyo #1',
  text: 'BuildKit の話\n\n2 つ目の段落',
  place: '渋谷',
  start: inHours(24),
  end: inHours(26),
  ...more,
});

/** As a planner does it: what is wanted, by its mark, against what is known. */
function planOf(wanted: readonly Entry[], known: readonly Standing[], { shown }: Calendar): CalendarStep[] {
  const there = known.filter(({ status }) => status === 'scheduled');
  const cancels = there.filter(({ mark }) => wanted.every((each) => each.mark !== mark));
  const puts = wanted.flatMap((each): CalendarStep[] => {
    const found = known.find(({ mark, status }) => mark === each.mark && status !== 'over');
    if (found === undefined) return [{ step: 'create', entry: each }];
    const { ref, status, ...stands } = found;
    const isUpToDate = status !== 'scheduled' || JSON.stringify(stands) === JSON.stringify(shown(each));
    return isUpToDate ? [] : [{ step: 'update', ref, entry: each }];
  });
  return [...cancels.map(({ ref }): CalendarStep => ({ step: 'cancel', ref })), ...puts];
}

const known = (): Promise<readonly Standing[]> => chat.calendar.known(guild);
const apply = (step: CalendarStep): Promise<Applied> => chat.calendar.apply(guild, step);
const create = (more: Partial<Entry> = {}): Promise<Applied> => apply({ step: 'create', entry: entry(more) });

/** What was done. */
async function mirror(...wanted: readonly Entry[]): Promise<string[]> {
  const steps = planOf(wanted, await known(), chat.calendar);
  for (const step of steps) expect(await apply(step)).toEqual({ status: 'applied' });
  return steps.map(({ step }) => step);
}

const written = (): readonly string[] =>
  discord.calls.flatMap(({ operation }) => (/^(create|update)_guild_sch/.test(operation) ? [operation] : []));

const events = () => [...(discord.state.guilds.get(guild)?.events.values() ?? [])];

/** The owner of the server, or time itself, does that to the only event. */
async function changeByHand(fields: object): Promise<void> {
  const [event] = events();
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  await rest.patch(Routes.guildScheduledEvent(guild, event?.id ?? ''), { body: fields });
}

describe('an event', () => {
  test('stands there as one elsewhere, with its mark as the last line', async () => {
    expect(await mirror(entry())).toEqual(['create']);
    expect(events().map(({ fields }) => fields)).toMatchObject([
      {
        name: 'Docker Meetup Tokyo #1',
        description: 'BuildKit の話\n\n2 つ目の段落\n\nhttps://meetup.example/events/docker-1',
        entity_type: 3,
        privacy_level: 2,
        entity_metadata: { location: '渋谷' },
        status: 1,
      },
    ]);
    expect(await known()).toEqual([{ ...entry(), ref: events()[0]?.id, status: 'scheduled' }]);
  });

  test.each([
    ['as it is', entry()],
    [
      'that is too long, and full of signs',
      entry({
        title: '題'.repeat(200),
        place: ' 渋谷 ',
        text: '*太字* @everyone https://example.org/ \\ '.repeat(99),
      }),
    ],
    ['that says nothing', entry({ title: '', place: '', text: ' \n' })],
  ])('%s is planned and applied once', async (_what, wanted) => {
    expect(await mirror(wanted)).toEqual(['create']);
    expect(await mirror(wanted)).toEqual([]);
    expect(events()).toHaveLength(1);
  });

  test('that stands there already is not made again, nor written again', async () => {
    await create();
    expect(await create()).toEqual({ status: 'applied' });
    expect(written()).toEqual(['create_guild_scheduled_event']);
  });

  test('that moved is the same event at another time', async () => {
    await mirror(entry());
    const moved = entry({ start: inHours(48), end: inHours(50), place: '大阪' });
    expect(await mirror(moved)).toEqual(['update']);
    expect(await known()).toMatchObject([{ start: moved.start, end: moved.end, place: '大阪' }]);
    expect(events()).toHaveLength(1);
  });

  test('that is called off is cancelled, and stays so', async () => {
    await mirror(entry());
    const [standing] = await known();
    expect(await mirror()).toEqual(['cancel']);
    expect(await known()).toMatchObject([{ status: 'over' }]);
    expect(await mirror()).toEqual([]);
    expect(await apply({ step: 'cancel', ref: standing?.ref ?? '' })).toEqual({ status: 'applied' });
    expect(await mirror(entry())).toEqual(['create']);
  });

  test('that has begun is left alone', async () => {
    await mirror(entry());
    await changeByHand({ status: 2 });
    const [standing] = await known();
    expect(standing?.status).toBe('running');
    const { ref = '' } = standing ?? {};
    const begun = { status: 'refused', reason: 'begun' };
    expect(await apply({ step: 'update', ref, entry: entry({ title: 'x' }) })).toEqual(begun);
    expect(await apply({ step: 'cancel', ref })).toEqual(begun);
    expect(await create({ title: 'x' })).toEqual(begun);
    expect(await create()).toEqual({ status: 'applied' });
    expect(events().map(({ fields }) => fields)).toMatchObject([{ name: entry().title, status: 2 }]);
  });

  test('that somebody deleted is made anew, or is gone', async () => {
    await mirror(entry());
    const [{ ref }] = (await known()) as [Standing];
    discord.state.guilds.get(guild)?.events.clear();
    expect(await apply({ step: 'cancel', ref })).toEqual({ status: 'applied' });
    expect(await apply({ step: 'update', ref, entry: entry() })).toEqual({ status: 'applied' });
    expect(await known()).toHaveLength(1);
  });

  test('that somebody else made is theirs', async () => {
    await mirror(entry());
    const [event] = events();
    if (event === undefined) throw new Error('there is no event');
    const theirs = { ...event, creator: discord.idOf.user('yui') };
    discord.state.guilds.get(guild)?.events.set(event.id, theirs);
    expect(await known()).toEqual([]);
    expect(await mirror()).toEqual([]);
  });

  test('that lies in the past is not offered to Discord', async () => {
    expect(await create({ start: inHours(-3) })).toEqual({ status: 'refused', reason: 'past' });
    await mirror(entry());
    const [{ ref }] = (await known()) as [Standing];
    const past = entry({ start: inHours(-3) });
    expect(await apply({ step: 'update', ref, entry: past })).toEqual({ status: 'refused', reason: 'past' });
    expect(written()).toEqual(['create_guild_scheduled_event']);
  });
});

describe('what went wrong', () => {
  test.each([
    ['lost', 1],
    ['cut', 0],
  ] as const)('on the way of a new event, which was %s, makes no second one', async (kind, before) => {
    discord.fail('create_guild_scheduled_event', { kind });
    expect((await create()).status).toBe('later');
    expect(events()).toHaveLength(before);
    await chat.stop();
    await start();
    expect(await create()).toEqual({ status: 'applied' });
    expect(events()).toHaveLength(1);
  });

  test('for too many requests is tried later, when Discord says', async () => {
    discord.limit('create_guild_scheduled_event', { retryAfter: 40 });
    const applied = await create();
    const wait = applied.status === 'later' ? applied.after.getTime() - Date.now() : 0;
    expect(wait).toBeGreaterThan(35_000);
    expect(wait).toBeLessThanOrEqual(41_000);
  });

  test('at Discord itself is tried later', async () => {
    discord.fail('update_guild_scheduled_event', { kind: 'status', status: 502 });
    await mirror(entry());
    const [{ ref }] = (await known()) as [Standing];
    expect((await apply({ step: 'cancel', ref })).status).toBe('later');
    expect(await apply({ step: 'cancel', ref })).toEqual({ status: 'applied' });
  });

  test('for want of the right is refused', async () => {
    await discord.grant({ user: 'meetup', roles: [] });
    expect(await create()).toEqual({ status: 'refused', reason: 'forbidden' });
  });

  test('for one event more than a hundred is refused', async () => {
    await create();
    const [event] = events();
    if (event === undefined) throw new Error('nothing was created');
    const { most } = chat.calendar;
    for (let index = 1; index < most; index += 1)
      discord.state.guilds.get(guild)?.events.set(`${index}`, { ...event, id: `${index}` });
    expect(events()).toHaveLength(100);
    expect(await create({ mark: 'one more' })).toEqual({ status: 'refused', reason: 'full' });
  });

  test('of whatever kind Discord has a number for is refused with that', async () => {
    discord.fail('create_guild_scheduled_event', { kind: 'error', status: 400, code: 180_002 });
    expect(await create()).toEqual({ status: 'refused', reason: '180002' });
  });

  test('when asking what stands there is said', async () => {
    await expect(chat.calendar.known('1')).rejects.toThrow('Unknown Guild');
    expect((await chat.calendar.apply('1', { step: 'create', entry: entry() })).status).toBe('refused');
  });
});

test('before the chat has started nothing is known of a calendar', async () => {
  const { calendar } = connected.create();
  await expect(calendar.known(guild)).rejects.toThrow('Discord has not been started');
  expect(calendar.shown(entry())).toEqual(entry());
});

test.each(['ja', 'en'] as const)('every reason has a sentence in %s', (locale) => {
  for (const sentence of Object.values(words[locale].discord.calendar.refused))
    expect(sentence).toMatch(/[.。]$/);
});
