/** The playground as a Chat: the contract of all chats, and what the core may do in it. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Bot, Call, Chat, Person, Remark } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { describeChat } from '../../contract/chat.ts';
import type { Room, Seen } from '../../contract/chat.ts';
import { collectingBot } from '../collecting.ts';
import { folderOf } from '../temporary-folder.ts';
import type { Shown } from './browsing.ts';
import { openPlayground } from './played.ts';

const hanako: Person = { id: 'hanako', name: 'Hanako', locale: 'en', organiser: false, guest: false };
const taro: Person = { ...hanako, id: 'taro', name: 'Taro', organiser: true };
const places = {
  direct: { platform: 'web', workspace: 'playground', channel: 'direct-hanako', visibility: 'direct' },
  general: { platform: 'web', workspace: 'playground', channel: 'general', visibility: 'public' },
} as const;

const newFile = (): string => join(folderOf({}), 'playground.db');

const seen = ({ text, buttons }: Shown): Seen => ({ text, buttons: buttons.map(({ label }) => label) });

/** The direct room of a member, as they see it page by page. */
async function contractRoom(): Promise<Room> {
  const { chat, close, open: openPage, say, press } = await openPlayground({ file: newFile() });
  const path = '/chat/direct?as=hanako&lang=en';
  let shown: readonly Shown[] = [];
  const last = ({ messages }: { readonly messages: readonly Shown[] }): Seen => {
    shown = messages;
    const message = messages.at(-1);
    if (message === undefined) throw new Error('the page shows nothing');
    return seen(message);
  };
  // What the core posts is on the page when it is opened the next time: shown() is as the member sees it then.
  const watching = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    shown = (await openPage(path)).messages;
    return result;
  };
  return {
    chat: {
      ...chat,
      stop: close,
      post: (...given) => watching(chat.post(...given)),
      edit: (...given) => watching(chat.edit(...given)),
    },
    place: places.direct,
    // As they are called in the language of the bot's community.
    member: { ...hanako, name: '花子' },
    say: async (line) => last(await say(path, line)),
    reply: (ref, line) => say(`/chat/direct/thread/${ref}?as=hanako&lang=en`, line),
    press: async (label) => {
      const button = shown.flatMap(({ buttons }) => buttons).find((each) => each.label === label);
      if (button === undefined) throw new Error(`there is no button ${label}`);
      return last(await press(button));
    },
    shown: () => shown.map(({ text }) => text),
  };
}

describeChat('the browser', contractRoom, {
  'what a chat says itself is in the language that it is told': 'everyone reads in a language of their own',
  'where the history can not be read, nobody posts what may stand there': 'the history is its own',
});

const silentBot: Bot = {
  commands: [
    {
      name: 'search',
      answer: 'private',
      listed: true,
      form: false,
      options: [],
      describe: () => ({ called: [], summary: '', options: {}, examples: [] }),
    },
  ],
  answer: async () => ({ body: root(paragraph('between us')), next: [] }),
  suggest: async () => [],
  localeOf: async ({ locale = 'ja' }) => locale,
};

const view = (text: string) => ({ body: root(paragraph(text)), next: [] });

async function all(remarks: AsyncIterable<Remark>): Promise<readonly Remark[]> {
  const found: Remark[] = [];
  for await (const remark of remarks) found.push(remark);
  return found;
}

const textsOf = async (thread: Awaited<ReturnType<Chat['thread']>>): Promise<readonly string[]> =>
  (await all(thread.remarks())).map(({ body }) => JSON.stringify(body));

describe('the core in the playground', () => {
  test('posts once with a key, also after a restart', async () => {
    const file = newFile();
    const post = async (): Promise<unknown> => {
      const { chat, close, open: openPage } = await openPlayground({ file, bot: silentBot });
      const posted = await chat.post(places.general, view('Digest'), { key: 'digest/48' });
      const { messages } = await openPage('/chat/general?as=taro');
      expect(messages.filter(({ text }) => text === 'Digest')).toHaveLength(1);
      await close();
      return posted;
    };
    const first = await post();
    expect(first).toMatchObject({ status: 'posted' });
    expect(await post()).toEqual(first);
  });

  test('is refused where there is no such channel, thread or person', async () => {
    const { chat, close } = await openPlayground({ file: newFile(), bot: silentBot });
    const posts = [
      chat.post({ ...places.general, channel: 'random' }, view('x'), { key: '1' }),
      chat.post({ ...places.general, channel: '__proto__' }, view('x'), { key: '2' }),
      chat.post({ ...places.general, thread: '17' }, view('x'), { key: '3' }),
      chat.post({ ...hanako, id: 'nobody' }, view('x'), { key: '4' }),
    ];
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(4).fill('refused'));
    await close();
  });

  test('reads a thread as its reader may, and what was between one person and the bot not at all', async () => {
    const { chat, close, say } = await openPlayground({ file: newFile(), bot: silentBot });
    const general = await chat.post(places.general, view('Notes'), { key: 'g' });
    const direct = await chat.post(hanako, view('Secret'), { key: 'd' });
    if (general.status !== 'posted' || direct.status !== 'posted') throw new Error('not posted');
    await say(`/chat/general/thread/${general.ref}?as=hanako`, 'for all to hear');
    const { messages } = await say(`/chat/general/thread/${general.ref}?as=hanako`, '/meetup x');
    expect(messages.map(({ isPrivate }) => isPrivate)).toEqual([false, false, true, true]);

    const texts = await textsOf(await chat.thread(general.ref, taro));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('for all to hear');
    expect(await textsOf(await chat.thread(direct.ref, hanako))).toHaveLength(1);
    expect(await textsOf(await chat.thread(direct.ref, taro))).toEqual([]);
    await close();
  });

  test('knows who says it, whom they name, what was changed and what hangs on it', async () => {
    const { chat, close, say } = await openPlayground({ file: newFile(), bot: silentBot });
    const files = [{ name: 'a.ics', type: 'text/calendar', text: 'BEGIN' }];
    const posted = await chat.post(places.general, { ...view('Notes'), files }, { key: 'g' });
    if (posted.status !== 'posted') throw new Error('not posted');
    await say(`/chat/general/thread/${posted.ref}?as=hanako`, 'ask @Taro or `@taro`');
    await chat.edit(posted.ref, { ...view('Notes, mended'), files });
    const thread = await chat.thread({ ...places.general, thread: posted.ref }, null);
    expect(thread).toMatchObject({ ref: posted.ref, expected: 2, place: { visibility: 'public' } });
    const [first, second] = await all(thread.remarks());
    expect(first).toMatchObject({
      isProgram: true,
      edited: expect.any(Date),
      files: [{ name: 'a.ics', size: 5 }],
    });
    expect(await first?.files[0]?.read(5)).toEqual(new TextEncoder().encode('BEGIN'));
    expect(await first?.files[0]?.read(4)).toBeNull();
    expect(second).toMatchObject({ author: { id: 'hanako' }, isProgram: false, edited: null });
    expect(second?.body.children).toMatchObject([
      {
        children: [
          { value: 'ask ' },
          { value: '@Taro', data: { person: 'taro' } },
          { value: ' or ' },
          { type: 'inlineCode' },
        ],
      },
    ]);
    await close();
  });

  test('answers what is for nobody else’s eyes where it was asked for, to whoever asked', async () => {
    const calls: Call[] = [];
    const bot = collectingBot(calls);
    const { chat, close, say, open } = await openPlayground({ file: newFile(), bot });
    const posted = await chat.post(places.general, view('Notes'), { key: 'g' });
    if (posted.status !== 'posted') throw new Error('not posted');
    const at = (who: string): string => `/chat/general/thread/${posted.ref}?as=${who}&lang=en`;
    for (const line of ['/meetup collect', '@meetup collect']) {
      const { messages } = await say(at('hanako'), line);
      expect(messages.at(-1)).toMatchObject({ isPrivate: true, author: 'meetup' });
      expect(messages.at(-1)?.buttons.map(({ label }) => label)).toEqual(['Save', 'Change']);
    }
    const asked = { command: 'collect', input: '', place: { ...places.general, thread: posted.ref } };
    expect(calls).toMatchObject([asked, asked]);
    expect((await open(at('taro'))).messages).toHaveLength(1);
    await close();
  });

  test('reads the whole thread of any message in it', async () => {
    const { chat, close, say } = await openPlayground({ file: newFile(), bot: silentBot });
    const { messages } = await say('/chat/general?as=taro', 'What did we learn?');
    const first = messages.at(-1)?.id.slice(1) ?? '';
    const { messages: below } = await say(`/chat/general/thread/${first}?as=hanako`, 'A lot');
    const thread = await chat.thread(below.at(-1)?.id.slice(1) ?? '', hanako);
    expect(thread.place).toEqual({ ...places.general, thread: first });
    expect(await textsOf(thread)).toHaveLength(2);
    await close();
  });
});
