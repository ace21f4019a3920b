/** The world around the process: a Slack and a Discord that outlive it, roads to them, its files, and the time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scopesFor } from '../../adapters/slack/setup/scopes.ts';
import type { Timing } from '../../src/outbox/timing.ts';
import type { Discord } from '../discord/index.ts';
import { startDiscord } from '../discord/index.ts';
import type { Slack } from '../slack/index.ts';
import { startSlack } from '../slack/index.ts';
import { beginning, community, folderFor } from './channels.ts';
import type { Channel } from './channels.ts';
import type { Chance } from './chance.ts';
import { createNursery } from './nursery.ts';
import type { Child } from './child.ts';
import type { Way } from './orders.ts';
import { openRoad } from './road.ts';
import type { Traffic } from './road.ts';
import { createWatch } from './watch.ts';
import type { Watch } from './watch.ts';

export interface Weather {
  readonly channels: readonly Channel[];
  /** Milliseconds that a post is on its way. */
  readonly latency: number;
  /** How many of a hundred answers to posts are lost. */
  readonly lost: number;
  readonly timing: Timing;
  readonly way: Way;
  /** Is the next process ready before anything happens to the one before it? Then it takes over in half a second. */
  readonly isPrompt: boolean;
  readonly chance: Chance;
}

export interface World {
  readonly slack: Slack;
  readonly discord: Discord;
  readonly weather: Weather;
  readonly watch: Watch;
  /** Folder of the data, and the file of the State in it. */
  readonly data: string;
  readonly state: string;
  /** Milliseconds since 1970, as everyone in this world has it. */
  readonly now: () => number;
  /** Moves everyone but processes, which are told, to that time. Answers with what they are to be told. */
  readonly moveTo: (time: number) => number;
  /** On both roads. */
  readonly traffic: () => Traffic;
  /** The next process. It does not outlive the world. */
  readonly prepare: () => Promise<Child>;
  readonly close: () => Promise<void>;
}

export async function openWorld(weather: Weather): Promise<World> {
  const base = mkdtempSync(join(tmpdir(), 'meetup-torture-'));
  const [data, content] = [join(base, 'data'), join(base, 'content')];
  mkdirSync(data);
  for (const [path, text] of Object.entries(folderFor(weather.channels)))
    writeInto(join(content, path), text);
  let offset = beginning - Date.now();
  const now = (): number => Date.now() + offset;
  const watch = createWatch();
  const platforms = await openPlatforms(weather, { now, notice: watch.notice });
  const { timing, way } = weather;
  const state = join(data, 'state.db');
  const nursery = createNursery({ state, content, ...platforms.doors, timing, way }, watch.notice);
  return {
    ...platforms,
    weather,
    watch,
    data,
    state,
    now,
    moveTo: (time) => (offset = time - Date.now()),
    prepare: nursery.prepare,
    close: async () => {
      await nursery.close();
      await platforms.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

interface Around {
  readonly now: () => number;
  readonly notice: () => void;
}

/** Both of them, each with the road to it. */
async function openPlatforms({ channels, latency, lost, chance }: Weather, { now, notice }: Around) {
  const [slack, discord] = await Promise.all([slackWith(channels, now), discordWith(channels, now)]);
  const wishes = { latency, isLost: () => chance() * 100 < lost, notice };
  const [toSlack, toDiscord] = await Promise.all([
    openRoad(new URL(slack.apiUrl).origin, wishes),
    openRoad(new URL(discord.apiUrl).origin, wishes),
  ]);
  return {
    slack,
    discord,
    doors: {
      slack: { apiUrl: `${toSlack.address}/api/`, token: slack.botToken },
      discord: { apiUrl: `${toDiscord.address}/api`, token: discord.token },
    },
    traffic: () => sum(toSlack.traffic(), toDiscord.traffic()),
    close: async () => {
      await Promise.all([toSlack.close(), toDiscord.close()]);
      await Promise.all([slack.stop(), discord.stop()]);
    },
  };
}

const sum = (a: Traffic, b: Traffic): Traffic => ({
  begun: a.begun + b.begun,
  underWay: a.underWay + b.underWay,
  lost: a.lost + b.lost,
});

function writeInto(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const namesOn = (channels: readonly Channel[], platform: Channel['platform']): readonly string[] =>
  channels.flatMap((channel) => (channel.platform === platform ? [channel.name] : []));

const slackWith = (channels: readonly Channel[], now: () => number): Promise<Slack> =>
  startSlack({
    now,
    app: { scopes: scopesFor(true) },
    rooms: namesOn(channels, 'slack').map((name) => ({ name, members: ['hanako', 'ken', 'meetup'] })),
  });

const discordWith = (channels: readonly Channel[], now: () => number): Promise<Discord> =>
  startDiscord({
    now,
    guilds: [{ name: community, rooms: namesOn(channels, 'discord').map((name) => ({ name })) }],
  });
