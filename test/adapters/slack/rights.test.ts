/** Who may do what, and who may read what: asked of Slack each time, and no to whatever Slack does not say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Call, Person, Remark } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { people } from '../../slack/seed.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';
import { withoutData } from './spoken.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];

const members = [
  ...people,
  { name: 'owner', isOwner: true },
  { name: 'single', guest: 'one', isAdmin: true },
  { name: 'stranger', isStranger: true, isAdmin: true },
  { name: 'gone', isDeleted: true, isAdmin: true },
] as const;

const rooms = [
  { name: 'general', members: [...members.map(({ name }) => name), 'meetup'] },
  { name: 'staff', kind: 'private', members: ['yui', 'meetup'] },
] as const;

beforeEach(async () => {
  connected = await openSlack({ people: members, rooms });
  ({ slack } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const start = (organisers: readonly string[] = []) =>
  connected.start(
    botOf(() => say('answer', [{ label: 'Again', command: 'status', input: '' }]), calls),
    { settings: async () => ({ locale: 'ja', organisers, workspaces: [] }) },
  );

const ask = (user: string, channel = 'general') => slack.command({ user, channel, text: 'status' });

const rights = (): readonly (boolean | undefined)[] => {
  const person = calls.at(-1)?.person;
  return [person?.organiser, person?.guest];
};

describe('who asks', () => {
  test.each([
    ['hanako', [false, false]],
    ['yui', [true, false]],
    ['owner', [true, false]],
    ['gus', [false, true]],
    ['single', [false, true]],
    ['stranger', [false, true]],
    ['gone', [false, true]],
  ])('%s has the rights that Slack says', async (user, expected) => {
    await start();
    await ask(user);
    expect(rights()).toEqual(expected);
  });

  test('is an organiser as well by the settings of the community, by id or username, but never a guest', async () => {
    await start(['UHANAKO', '@ken', 'gus', 'UTHERE']);
    const found: unknown[] = [];
    for (const user of ['hanako', 'ken', 'gus']) {
      await ask(user);
      found.push(rights()[0]);
    }
    expect(found).toEqual([true, true, false]);
  });

  test('has their own language and zone', async () => {
    await start();
    await ask('ken');
    expect(calls[0]).toMatchObject({ locale: 'en', person: { name: 'ken', zone: 'America/New_York' } });
    await ask('hanako');
    expect(calls[1]).toMatchObject({ locale: 'ja', person: { name: 'hanako', zone: 'Asia/Tokyo' } });
  });

  test('is asked of Slack anew when a button is pressed', async () => {
    await start();
    const answer = await ask('yui');
    expect(rights()).toEqual([true, false]);
    slack.fail('users.info', { kind: 'status', status: 500 });
    await slack.press({ user: 'yui', on: answer, button: 'Again' });
    expect(rights()).toEqual([false, true]);
    expect(calls.at(-1)?.person).toMatchObject({ name: 'yui', zone: 'Asia/Tokyo' });
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(2);
  });

  test('is answered all the same where Slack does not say who they are, and never will', async () => {
    await connected.start(
      botOf(() => say('answer'), calls),
      { timing: { request: 50 } },
    );
    const tell = slack.hold('users.info');
    expect((await ask('yui')).text).toBe('answer');
    expect(rights()).toEqual([false, true]);
    tell();
  });

  test('has no right while Slack says nothing of them', async () => {
    await start(['UYUI']);
    slack.limit('users.info', { retryAfter: 60 });
    await ask('yui');
    await ask('yui');
    expect(rights()).toEqual([false, true]);
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });
});

describe('where it is asked', () => {
  test('is read anew at every call, and private wherever Slack does not say otherwise', async () => {
    await start();
    await ask('hanako');
    slack.fail('conversations.info', { kind: 'error', error: 'missing_scope' });
    await ask('hanako');
    await ask('yui', 'staff');
    await ask('hanako', 'dm');
    expect(calls.map(({ place }) => place.visibility)).toEqual(['public', 'private', 'private', 'direct']);
    expect(new Set(calls.map(({ place }) => place.workspace))).toEqual(new Set(['TMEETUP']));
  });
});

describe('a thread', () => {
  const reader = (id: string): Person => ({ id, name: id, organiser: true, guest: false });

  async function read(ref: string, id: string, after?: string) {
    const chat = await start();
    const thread = await chat.thread(ref, reader(id));
    const remarks: Remark[] = [];
    for await (const remark of thread.remarks(after)) remarks.push(remark);
    return { expected: thread.expected, remarks, visibility: thread.place.visibility };
  }

  const nothing = { expected: 0, remarks: [], visibility: 'private' };

  async function talk(channel: string, count: number) {
    const first = await slack.post({ user: 'yui', channel, text: 'who is in?' });
    for (let number = 1; number <= count; number += 1)
      await slack.post({ user: 'yui', channel, text: `remark ${number} of @hanako`, thread: first });
    return `${first.channel}/${first.ts}`;
  }

  beforeEach(async () => {
    await connected.stop();
    // Nobody listens while people talk: what the bot hears of it is no matter here.
    connected = await openSlack({ people: members, rooms, pageSize: 3, app: { events: [] } });
    ({ slack } = connected);
  });

  test('is read over all its pages, in order, with names and without ids', async () => {
    const ref = await talk('general', 10);
    const { expected, remarks, visibility } = await read(ref, 'UHANAKO');
    expect([expected, remarks.length, visibility]).toEqual([11, 11, 'public']);
    expect(remarks.map(({ id }) => id)).toEqual(remarks.map(({ id }) => id).toSorted());
    const text = JSON.stringify(
      remarks.map(({ body, author }) => [body, author.name]),
      withoutData,
    );
    expect(text).toMatch(/remark 10 of .{1,40}@hanako/);
    expect(text).not.toContain('UHANAKO');
    expect(slack.calls.filter(({ method }) => method === 'users.info').length).toBeLessThanOrEqual(2);
  });

  test('of a private channel looks to those who are not in it as if there were none', async () => {
    await connected.stop();
    connected = await openSlack({
      people: members,
      rooms,
      app: { events: [], scopes: ['chat:write', 'groups:read', 'groups:history', 'users:read'] },
    });
    ({ slack } = connected);
    const ref = await talk('staff', 2);
    expect(await read(ref, 'UHANAKO')).toEqual(nothing);
    expect(await read('CSTAFF/1700000000.000100', 'UHANAKO')).toEqual(nothing);
    expect(await read(ref, 'UYUI')).toMatchObject({ expected: 3, visibility: 'private' });
  });

  test('of a conversation with the bot is nobody else’s', async () => {
    const chat = await start();
    const posted = await chat.post(reader('UHANAKO'), say('for you'), { key: 'remind/1' });
    const ref = posted.status === 'posted' ? posted.ref : '';
    expect((await chat.thread(ref, reader('UHANAKO'))).expected).toBe(1);
    expect((await chat.thread(ref, reader('UYUI'))).expected).toBe(0);
  });

  test('of another workspace is none', async () => {
    expect(await read('COTHER/1700000000.000100', 'UHANAKO')).toEqual(nothing);
    expect(await read('TOTHER/CGENERAL/1.1', 'UHANAKO')).toEqual(nothing);
  });

  test('lacks what was deleted, and who joined', async () => {
    const ref = await talk('general', 2);
    const [, , last] = slack.messages('general');
    if (last) await slack.erase(last);
    expect((await read(ref, 'UHANAKO')).remarks).toHaveLength(2);
  });
});
