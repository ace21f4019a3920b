/** Conversations as they are read for notes: whole, in order, each message once, whatever Slack does meanwhile. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Person, Place, Remark } from '../../../src/port.ts';
import { viewText } from '../../../src/view/text.ts';
import type { Options as SlackOptions, Slack } from '../../slack/index.ts';
import type { Message } from '../../slack/state.ts';
import { createClock } from './clock.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;

/** Nobody listens while people talk: what the bot hears of it is no matter here. */
const open = async (options: SlackOptions = {}): Promise<void> => {
  connected = await openSlack({ ...options, app: { events: [], ...options.app } });
  ({ slack } = connected);
};

beforeEach(() => open());
afterEach(() => connected.stop());

const reopen = async (options: SlackOptions): Promise<void> => {
  await connected.stop();
  await open(options);
};

const start = (): Promise<Chat> => {
  const { now, timing } = createClock();
  return connected.start(
    botOf(() => say('')),
    { now, timing },
  );
};

const hanako: Person = { id: 'UHANAKO', name: 'hanako', organiser: false, guest: false };
const post = (text: string, thread?: Message, channel = 'general'): Promise<Message> =>
  slack.post({ user: 'yui', channel, text, ...(thread && { thread }) });
const refOf = ({ channel, ts }: Message): string => `${channel}/${ts}`;

async function all(remarks: AsyncIterable<Remark>): Promise<Remark[]> {
  const found: Remark[] = [];
  for await (const remark of remarks) found.push(remark);
  return found;
}

const words = (remarks: readonly Remark[]): readonly string[] =>
  remarks.map(({ body }) => viewText(body, 'en'));

async function talk(count: number, channel = 'general'): Promise<readonly Message[]> {
  const first = await post('who is in?', undefined, channel);
  const said = [first];
  for (let number = 1; number < count; number += 1) said.push(await post(`remark ${number}`, first, channel));
  return said;
}

describe('a conversation', () => {
  test('is the same, whichever of its messages one comes by', async () => {
    const said = await talk(3);
    const chat = await start();
    const refs = said.map(refOf);
    const place: Place = {
      platform: 'slack',
      workspace: 'TMEETUP',
      channel: 'CGENERAL',
      visibility: 'public',
    };
    const ways = [...refs, { ...place, thread: said[0]?.ts ?? '' }, { ...place, thread: said[2]?.ts ?? '' }];
    for (const way of ways) {
      const thread = await chat.thread(way, hanako);
      expect([thread.ref, thread.expected, words(await all(thread.remarks())).length]).toEqual([
        refs[0],
        3,
        3,
      ]);
      expect(thread.place).toEqual({ ...place, thread: said[0]?.ts });
    }
  });

  test('of one message is that message', async () => {
    const message = await post('alone');
    const thread = await (await start()).thread(refOf(message), hanako);
    expect([thread.expected, words(await all(thread.remarks()))]).toEqual([1, ['alone']]);
  });

  test('whose beginning was deleted has the rest of it', async () => {
    const [first, ...rest] = await talk(3);
    if (first) await slack.erase(first);
    const chat = await start();
    for (const message of rest) {
      const thread = await chat.thread(refOf(message), hanako);
      expect([thread.ref, thread.expected]).toEqual([first && refOf(first), 2]);
      expect(words(await all(thread.remarks()))).toEqual(['remark 1', 'remark 2']);
    }
  });

  test('has its address, and each message in it', async () => {
    const said = await talk(2);
    const thread = await (await start()).thread(said.map(refOf)[1] ?? '', hanako);
    const number = (at: number): string => `p${said[at]?.ts.replace('.', '')}`;
    const address = `https://meetup-tokyo.slack.com/archives/CGENERAL/`;
    expect([thread.url, thread.title]).toEqual([`${address}${number(0)}`, null]);
    expect((await all(thread.remarks())).map(({ url }) => url)).toEqual([
      `${address}${number(0)}`,
      `${address}${number(1)}?thread_ts=${said[0]?.ts}&cid=CGENERAL`,
    ]);
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.getPermalink');
  });

  test('says who edited when, what was passed on, and which program spoke', async () => {
    const old = await post('old words');
    const first = await post('first');
    await slack.edit(first, 'edited');
    const answer = { channel: 'general', thread: first };
    await slack.share({ user: 'ken', message: old, text: 'see', ...answer });
    await slack.program({ program: { id: 'BCI', name: 'CI' }, text: 'Build 1', ...answer });
    const thread = await (await start()).thread(refOf(first), hanako);
    const [edited, shared, program] = await all(thread.remarks());
    expect([edited && words([edited]), edited?.edited]).toEqual([['edited'], expect.any(Date)]);
    expect(shared).toMatchObject({
      author: { name: 'ken' },
      quotes: [{ author: { id: 'UYUI', name: 'yui' }, remark: old.ts }],
    });
    expect(program).toMatchObject({ author: { id: 'BCI', name: 'CI' }, isProgram: true });
  });
});

describe('who may read', () => {
  test('is the bot itself, where nobody in particular reads, and it is a member', async () => {
    const here = await post('here');
    const there = await slack.post({ user: 'ken', channel: 'random', text: 'there' });
    const chat = await start();
    expect((await chat.thread(refOf(here), null)).expected).toBe(1);
    expect(await chat.thread(refOf(there), null)).toMatchObject({
      expected: 0,
      ref: '',
      place: { visibility: 'private' },
    });
  });

  test('learns how visible it is, anew each time', async () => {
    const message = await post('here');
    const chat = await start();
    expect((await chat.thread(refOf(message), null)).place.visibility).toBe('public');
    slack.fail('conversations.info', { kind: 'error', error: 'channel_not_found' });
    expect((await chat.thread(refOf(message), null)).place.visibility).toBe('private');
  });

  test('reads their own conversation with the bot, which is direct', async () => {
    const chat = await start();
    const posted = await chat.post(hanako, say('for you'), { key: 'x' });
    const ref = posted.status === 'posted' ? posted.ref : '';
    for (const reader of [hanako, null])
      expect(await chat.thread(ref, reader)).toMatchObject({ expected: 1, place: { visibility: 'direct' } });
  });

  test.each(['files:read', 'channels:history', 'users:read'])(
    'is told what to do where the app was installed without %s',
    async (scope) => {
      const scopes = ['channels:history', 'channels:read', 'files:read', 'users:read', 'chat:write'];
      await reopen({ app: { scopes: scopes.filter((each) => each !== scope) } });
      const message = await post('here');
      const chat = await start();
      await expect(chat.thread(refOf(message), hanako)).rejects.toMatchObject({
        code: 'slack-scopes',
        facts: { scopes: scope },
      });
    },
  );
});

describe('while Slack can not be asked', () => {
  test.each(['conversations.members', 'conversations.info', 'conversations.replies'])(
    'nothing is taken for gone or private (%s)',
    async (method) => {
      const message = await post('here');
      const chat = await start();
      slack.fail(method, { kind: 'error', error: 'fatal_error' });
      await expect(chat.thread(refOf(message), hanako)).rejects.toThrow('fatal_error');
      expect((await chat.thread(refOf(message), hanako)).expected).toBe(1);
    },
  );

  test('nobody is called by another name', async () => {
    const message = await post('here is @ken');
    const chat = await start();
    const thread = await chat.thread(refOf(message), hanako);
    slack.limit('users.info', { times: 2, retryAfter: 30 });
    expect(await all(thread.remarks())).toMatchObject([{ author: { name: 'yui' } }]);
    slack.fail('users.info', { kind: 'error', error: 'fatal_error' });
    const other = await slack.post({ user: 'gus', channel: 'general', text: 'and I' });
    await expect(all((await chat.thread(refOf(other), hanako)).remarks())).rejects.toThrow('fatal_error');
  });

  test('2,000 messages are read once each, in order, as slowly as it wants', async () => {
    await reopen({ people: [{ name: 'yui' }], rooms: [{ name: 'general', members: ['yui', 'meetup'] }] });
    const [first] = await talk(2000);
    const { now, timing, slept } = createClock();
    const chat = await connected.start(
      botOf(() => say('')),
      { now, timing },
    );
    const thread = await chat.thread(first ? refOf(first) : '', null);
    slack.limit('conversations.replies', { times: 3, retryAfter: 7 });
    const found: Remark[] = [];
    for await (const remark of thread.remarks()) {
      found.push(remark);
      // In the midst of it, twice for the same page.
      if (found.length % 500 === 0) slack.limit('conversations.replies', { times: 2, retryAfter: 11 });
    }
    expect(thread.expected).toBe(2000);
    expect(words(found)).toEqual([
      'who is in?',
      ...Array.from({ length: 1999 }, (_, at) => `remark ${at + 1}`),
    ]);
    expect(slept.filter((ms) => ms >= 7000).toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 3 }, () => 7000),
      ...Array.from({ length: 6 }, () => 11_000),
    ]);
    const asked = slack.calls.filter(
      ({ method, result }) => method === 'conversations.replies' && result === 'ok',
    );
    expect(asked.length).toBe(1 + 10);
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });
});

describe('names', () => {
  test('are those of people, channels and groups; nobody’s id is one', async () => {
    const section = (elements: readonly object[]) =>
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] as never;
    const blocks = section([
      { type: 'user', user_id: 'UKEN' },
      { type: 'user', user_id: 'UNOBODY' },
      { type: 'usergroup', usergroup_id: 'SSPEAKERS' },
      { type: 'usergroup', usergroup_id: 'SNONE' },
      { type: 'channel', channel_id: 'CRANDOM' },
      { type: 'channel', channel_id: 'CNOWHERE' },
    ]);
    const message = await slack.post({ user: 'yui', channel: 'general', text: '', blocks });
    const thread = await (await start()).thread(refOf(message), hanako);
    const [said = ''] = words(await all(thread.remarks()));
    expect(said.replaceAll(/unknown-[0-9a-f]{4}/g, '?')).toBe('@ken@?@speakers@?#random@?');
  });
});

describe('files', () => {
  const file = (extra: object = {}) => ({
    name: 'notes.txt',
    mimetype: 'text/plain',
    content: '三つの点',
    ...extra,
  });
  const filesOf = async (...files: readonly ReturnType<typeof file>[]) => {
    const message = await slack.post({ user: 'yui', channel: 'general', text: 'here', files });
    const thread = await (await start()).thread(refOf(message), hanako);
    return (await all(thread.remarks())).flatMap((remark) => remark.files);
  };

  test('that lie with Slack can be read, with the bot’s token', async () => {
    const [found] = await filesOf(file());
    expect([found?.name, found?.size]).toEqual(['notes.txt', 12]);
    expect(Buffer.from((await found?.read(12)) ?? []).toString()).toBe('三つの点');
    expect(await found?.read(11)).toBeNull();
  });

  test('that lie elsewhere, or are gone, can not', async () => {
    const found = await filesOf(file({ mode: 'external' }), file({ mode: 'tombstone' }));
    expect(found.map(({ name }) => name)).toEqual(['notes.txt']);
    expect(await found[0]?.read(100)).toBeNull();
  });

  test('from another workspace are asked for by their ids', async () => {
    const [found, other] = await filesOf(file({ mode: 'foreign' }), file());
    expect([found?.name, found?.size, other?.name]).toEqual(['notes.txt', 12, 'notes.txt']);
    expect(Buffer.from((await found?.read(12)) ?? []).toString()).toBe('三つの点');
    expect(slack.calls.filter(({ method }) => method === 'files.info')).toHaveLength(1);
  });

  test('that Slack does not tell of are left out', async () => {
    slack.fail('files.info', { kind: 'error', error: 'file_not_found' });
    expect((await filesOf(file({ mode: 'foreign' }), file())).map(({ name }) => name)).toEqual(['notes.txt']);
  });

  test('the page on which people log in is none', async () => {
    const [found] = await filesOf(file());
    slack.refuseToken('bot', 'token_revoked');
    expect(await found?.read(1000)).toBeNull();
  });
});
