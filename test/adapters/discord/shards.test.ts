/** A bot that is in so many servers that Discord wants it to connect several times. */
import { expect, test } from '@jest/globals';
import type { Call } from '../../../src/port.ts';
import { guilds as seeded } from '../../discord/seed.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { createClock } from './clock.ts';
import { openDiscord } from './connected.ts';

const cities = ['Tokyo', 'Osaka', 'Kyoto', 'Nagoya'];

test('answers in the servers of each connection, all in one process', async () => {
  const guilds = cities.map((name) => ({ name, locale: 'ja' as const, rooms: seeded[0]?.rooms ?? [] }));
  const connected = await openDiscord({ shards: 2, guilds });
  const { discord } = connected;
  const calls: Call[] = [];
  try {
    await connected.start(
      botOf((call) => say(`answer to ${lineOf(call)}`), calls),
      createClock(),
    );
    expect(discord.gateway.count()).toBe(2);
    const shardOf = (city: string): number => Number((BigInt(discord.idOf.guild(city)) >> 22n) % 2n);
    expect(new Set(cities.map(shardOf)).size).toBe(2);
    for (const city of cities)
      await discord.ask({ user: 'ken', channel: `${city}/general`, text: `@meetup ${city}` });
    expect(calls.map(({ input }) => input)).toEqual(cities);
  } finally {
    await connected.stop();
  }
});
