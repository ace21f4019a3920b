/** Channels and user groups by their names, as Slack has them, and commands that are about a channel. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { scopesFor } from '../../../adapters/slack/setup/scopes.ts';
import type { Call, Directory } from '../../../src/port.ts';
import { rooms } from '../../slack/seed.ts';
import type { Options as SlackOptions } from '../../slack/index.ts';
import { tellingBot } from '../telling.ts';
import { createClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let clock: TestClock;
let calls: Call[];

beforeEach(() => {
  calls = [];
});
afterEach(() => connected.stop());

async function open(options: SlackOptions = {}): Promise<Directory> {
  connected = await openSlack(options);
  clock = createClock();
  const { now, timing } = clock;
  const chat = await connected.start(tellingBot(calls), { now, timing });
  return (chat as typeof chat & { readonly directory: Directory }).directory;
}

const asked = (method: string): number =>
  connected.slack.calls.filter((call) => call.method === method).length;

const general = {
  platform: 'slack',
  workspace: 'TMEETUP',
  channel: 'CGENERAL',
  name: '#general',
  visibility: 'public',
};

describe('a channel', () => {
  test.each(['general', '#general', 'CGENERAL'])('is found by %s, in its workspace', async (name) => {
    const directory = await open();
    for (const workspace of [null, 'TMEETUP'])
      expect(await directory.channel({ name, workspace })).toEqual(general);
    expect(await directory.channel({ name, workspace: 'TOTHER' })).toBeNull();
  });

  test.each(['random', 'CRANDOM', 'attic', 'nowhere', 'CNOWHERE', 'staff'])(
    'in which the bot can not be known to post is none: %s',
    async (name) => {
      const directory = await open();
      expect(await directory.channel({ name, workspace: null })).toBeNull();
    },
  );

  test('is asked for once in a while, and at once where it may be new', async () => {
    const directory = await open();
    await directory.channel({ name: 'general', workspace: null });
    await directory.channel({ name: 'CGENERAL', workspace: null });
    expect(asked('users.conversations')).toBe(1);
    expect(await directory.channel({ name: 'random', workspace: null })).toBeNull();
    clock.advance(6000);
    await connected.slack.join({ channel: 'random', user: 'meetup' });
    expect(await directory.channel({ name: 'random', workspace: null })).toMatchObject({
      channel: 'CRANDOM',
    });
    expect(asked('users.conversations')).toBe(2);
    clock.advance(6 * 60_000);
    await directory.channel({ name: 'general', workspace: null });
    expect(asked('users.conversations')).toBe(3);
  });

  test('is found on whichever page it stands', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ name: `room-${index}`, members: ['meetup'] }));
    const directory = await open({ rooms: [...rooms, ...many], pageSize: 3 });
    expect(await directory.channel({ name: 'room-6', workspace: null })).toMatchObject({ name: '#room-6' });
  });

  test('that is private is found by its name where the app has the scope for it', async () => {
    const directory = await open({ app: { scopes: [...scopesFor(true), 'groups:read'] } });
    const staff = { channel: 'CSTAFF', name: '#staff', visibility: 'private' };
    for (const name of ['#staff', 'CSTAFF'])
      expect(await directory.channel({ name, workspace: null })).toMatchObject(staff);
  });

  test('that is private has no name without it, and its id alone says where it is', async () => {
    const directory = await open();
    connected.slack.fail('conversations.info', { kind: 'error', error: 'missing_scope' });
    expect(await directory.channel({ name: 'CSTAFF', workspace: null })).toEqual({
      ...general,
      channel: 'CSTAFF',
      name: '#CSTAFF',
      visibility: 'private',
    });
  });

  test('that Slack can not be asked for is no answer', async () => {
    const directory = await open();
    connected.slack.fail('users.conversations', { kind: 'error', error: 'fatal_error' }, 9);
    await expect(directory.channel({ name: 'general', workspace: null })).rejects.toThrow('fatal_error');
  });
});

describe('a user group', () => {
  test.each(['speakers', '@speakers', '@Speakers', 'SSPEAKERS'])('is found by %s', async (name) => {
    const directory = await open();
    expect(await directory.role({ name, workspace: 'TMEETUP' })).toBe('SSPEAKERS');
    expect(await directory.role({ name, workspace: 'TOTHER' })).toBeNull();
  });

  test.each(['committee', 'nobody', '@everyone', '@here', 'channel'])('is not %s', async (name) => {
    const directory = await open();
    expect(await directory.role({ name, workspace: 'TMEETUP' })).toBeNull();
  });

  test.each(['missing_scope', 'plan_upgrade_required'])(
    'is none where Slack says %s, and the log says so once',
    async (error) => {
      const directory = await open();
      connected.slack.fail('usergroups.list', { kind: 'error', error }, 9);
      for (const name of ['speakers', 'speakers']) {
        expect(await directory.role({ name, workspace: 'TMEETUP' })).toBeNull();
        clock.advance(6000);
      }
      const told = connected.logged.filter(({ message }) => message.includes('user groups'));
      expect(told.map(({ facts }) => facts)).toEqual([{ reason: error }]);
    },
  );
});

describe('a command about a channel', () => {
  test.each(['tell #general every Mon 09:00', 'tell channel:#general every Mon 09:00'])(
    'gets the one that Slack has marked in %j',
    async (line) => {
      await open();
      await connected.slack.command({ user: 'yui', channel: 'general', text: line });
      expect(calls.at(-1)?.command).toBe('tell');
      expect(calls.at(-1)?.input).toMatch(/^channel:<#CGENERAL\|general> .*every Mon 09:00$/);
    },
  );

  test('in a message gets it as well', async () => {
    await open();
    await connected.slack.post({ user: 'yui', channel: 'general', text: '@meetup hush #general' });
    await connected.slack.sees({ user: 'yui', text: 'noted' });
    expect(calls.at(-1)).toMatchObject({ command: 'hush', input: 'channel:<#CGENERAL|general> ' });
  });

  test('is told no more of a private one than was typed', async () => {
    await open();
    await connected.slack.command({ user: 'yui', channel: 'general', text: 'hush #nowhere' });
    expect(calls.at(-1)).toMatchObject({ command: 'hush', input: '#nowhere' });
  });
});
