/** What stands in the channels in the end: of each week one message, and one in the thread below it where there is to be one. */
import { timeOf } from '../discord/snowflake.ts';
import { dueIn, week } from './channels.ts';
import type { Channel } from './channels.ts';
import type { World } from './world.ts';

/** A message of the bot's. */
interface Standing {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Does it stand in a thread? */
  readonly isBelow: boolean;
}

export interface Tally {
  readonly weeks: number;
  /** How many messages there are to be. */
  readonly wanted: number;
  readonly lost: number;
  readonly double: number;
  /** Which, for people. */
  readonly wrong: readonly string[];
}

const standingOn: Readonly<Record<Channel['platform'], (world: World, name: string) => readonly Standing[]>> =
  {
    slack: ({ slack }, name) =>
      slack.messages(name).map(({ ts, thread }) => ({ at: Number(ts) * 1000, isBelow: thread !== null })),
    discord: ({ discord }, name) => {
      const id = discord.idOf.channel(name);
      const below = [...discord.state.channels.values()].filter(({ parent }) => parent === id);
      return [
        ...discord.messages(name).map((message) => ({ ...message, isBelow: false })),
        ...below.flatMap(({ messages }) => messages.map((message) => ({ ...message, isBelow: true }))),
      ].flatMap(({ id: message, type, isBelow }) =>
        type === said ? [{ at: timeOf(message), isBelow }] : [],
      );
    },
  };

/** A message that somebody wrote: that a thread was begun stands there as one, too. */
const said = 0;

/** Of the weeks from 0 up to, and without, `weeks`. */
export function tally(world: World, weeks: number): Tally {
  const wrong: string[] = [];
  let [wanted, lost, double] = [0, 0, 0];
  for (const channel of world.weather.channels) {
    const standing = standingOn[channel.platform](world, channel.name);
    for (let number = 0; number < weeks; number += 1)
      for (const isBelow of channel.thread ? [false, true] : [false]) {
        const count = standing.filter((each) => each.isBelow === isBelow && weekOf(each) === number).length;
        wanted += 1;
        lost += Math.max(0, 1 - count);
        double += Math.max(0, count - 1);
        if (count !== 1)
          wrong.push(
            `${channel.platform} ${channel.name}${isBelow ? ' below' : ''}, week ${number}: ${count}`,
          );
      }
  }
  return { weeks, wanted, lost, double, wrong };
}

const weekOf = ({ at }: Standing): number => Math.floor((at - dueIn(0)) / week);

/** Is everything there that is to stand there in that week? */
export function isThere(world: World, number: number): boolean {
  return world.weather.channels.every((channel) => {
    const standing = standingOn[channel.platform](world, channel.name).filter(
      (each) => weekOf(each) === number,
    );
    return [false, ...(channel.thread ? [true] : [])].every((isBelow) =>
      standing.some((each) => each.isBelow === isBelow),
    );
  });
}
