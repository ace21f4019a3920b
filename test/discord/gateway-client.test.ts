/** The gateway as discord.js lives with it: it resumes, identifies anew, or is over for good. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Events } from 'discord.js';
import { connect, createClient } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord({ heartbeat: 150 });
});

afterEach(() => discord.stop());

describe('discord.js', () => {
  test('resumes after op 7, after op 9 that is resumable, and after a cut', async () => {
    const client = await connect(discord);
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    const goes = [
      () => discord.gateway.reconnect(),
      () => discord.gateway.invalidate(true),
      () => discord.gateway.cut(),
    ];
    for (const [index, go] of goes.entries()) {
      const resumed = new Promise((resolve) => {
        client.once(Events.ShardResume, resolve);
      });
      go();
      await discord.gateway.connected(0);
      await discord.post({ user: 'ken', channel: 'general', text: `missed ${index}` });
      await resumed;
    }
    await discord.until(() => heard.length === 3);
    expect(heard).toEqual(['missed 0', 'missed 1', 'missed 2']);
    expect(discord.gateway.identifies()).toBe(1);
    await client.destroy();
  });

  test('identifies anew after op 9 that is not resumable', async () => {
    const client = await connect(discord);
    const again = new Promise((resolve) => {
      client.once(Events.ShardReady, resolve);
    });
    discord.gateway.invalidate(false);
    await again;
    expect(discord.gateway.identifies()).toBe(2);
    await client.destroy();
  });

  test('sees a zombie by its silence, and resumes', async () => {
    const client = await connect(discord);
    discord.gateway.deafen(true);
    const resumed = new Promise((resolve) => {
      client.once(Events.ShardResume, resolve);
    });
    await discord.gateway.connected(0);
    discord.gateway.deafen(false);
    await resumed;
    expect(discord.gateway.identifies()).toBe(1);
    await client.destroy();
  });

  test.each([4004, 4010, 4011, 4012, 4013, 4014])('is over for good with %d', async (code) => {
    const client = createClient(discord);
    discord.gateway.refuse(code);
    const over = new Promise<number>((resolve) => {
      client.once(Events.ShardDisconnect, (event) => resolve(event.code));
    });
    client.on(Events.Error, () => undefined);
    void client.login(discord.token).catch(() => undefined);
    expect(await over).toBe(code);
    await client.destroy();
  });

  test('is refused an intent that nobody switched on', async () => {
    const strict = await startDiscord({ app: { privileged: 0 } });
    const client = createClient(strict);
    const over = new Promise<number>((resolve) => {
      client.once(Events.ShardDisconnect, (event) => resolve(event.code));
    });
    void client.login(strict.token).catch(() => undefined);
    expect(await over).toBe(4014);
    await client.destroy();
    await strict.stop();
  });

  test('leaves nothing behind that keeps a process alive: neither it nor the simulator', async () => {
    const script = join(import.meta.dirname, 'alone.ts');
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect([said, code]).toEqual(['ready\nstopped\n', 0]);
  });
});
