/** The rooms of the playground as people meet them, page by page, over the real bot. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { folderOf } from '../temporary-folder.ts';
import type { Room } from './browsing.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';
import { faultsOf } from './validator.ts';

const at = {
  hanako: '/chat/general?as=hanako&lang=ja',
  taro: '/chat/general?as=taro&lang=en',
  alex: '/chat/general?as=alex&lang=en',
  direct: '/chat/direct?as=hanako&lang=en',
};

let world: OpenWorld;
let file: string;
let person: Played;

const start = async (): Promise<void> => {
  person = await openPlayground({ ...world, file, now: () => new Date('2026-11-22T00:00:00Z') });
};
beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());
beforeEach(() => {
  file = join(folderOf({}), 'playground.db');
  return start();
});
afterEach(() => person.close());

const texts = ({ messages }: Room): readonly string[] => messages.map(({ text }) => text.trim());
const buttonOf = (room: Room, label: string) => {
  const button = room.messages.flatMap(({ buttons }) => buttons).find((each) => each.label === label);
  if (button === undefined) throw new Error(`there is no button ${label}`);
  return button;
};

describe('a room', () => {
  test('is where the first page leads, in the language that was asked for', async () => {
    const { path, html } = await person.open('/?lang=en');
    expect(path).toBe('/chat/direct?as=hanako&lang=en');
    expect(html).toContain('<html lang="en">');
  });

  test('is greeted by the bot when it is empty', async () => {
    const { messages } = await person.open(at.direct);
    expect(messages).toMatchObject([{ id: 'start', author: 'meetup' }]);
    expect(messages[0]?.buttons.map(({ label }) => label)).toContain('Help');
    const general = await person.open(at.taro);
    expect([general.messages, general.html.includes('only you see its answer until you share it')]).toEqual([
      [],
      true,
    ]);
  });

  test('alone with the bot every line is a question', async () => {
    const room = await person.say(at.direct, 'buildkit 速い');
    expect(texts(room)[0]).toBe('buildkit 速い');
    expect(texts(room)[1]).toContain('docker buildが30倍以上早くなる話');
    expect(room.messages.map(({ author, isPrivate }) => [author, isPrivate])).toEqual([
      ['Hanako', false],
      ['meetup', false],
    ]);
  });

  test('among others words are for everyone, and only “/meetup …” asks the bot', async () => {
    await person.say(at.hanako, 'upcoming');
    const room = await person.open(at.taro);
    expect(room.messages).toMatchObject([{ author: 'Hanako', text: expect.stringContaining('upcoming') }]);
  });

  test('numbers of a list and of its buttons match', async () => {
    const list = await person.say(at.direct, 'kubernetes');
    const second = list.html.match(
      /<ol>[\s\S]*?<li>[\s\S]*?<strong>[\s\S]*?<li>[\s\S]*?<strong>(?:<a[^>]*>)?([^<]+)/,
    );
    const talk = await person.press(buttonOf(list, 'Read 2'));
    expect(texts(talk).at(-1)).toContain(second?.[1]);
  });

  test('tells the time in the zone of whoever reads', async () => {
    await person.say(at.hanako, 'Good morning');
    expect((await person.open(at.taro)).html).toContain('>09:00</time>');
    expect((await person.open(at.alex)).html).toContain('>00:00</time>');
  });

  test('shows fifty messages, and leads to those before', async () => {
    for (let number = 1; number <= 60; number += 1) await person.say(at.taro, `number ${number}`);
    const newest = await person.open(at.hanako);
    expect([texts(newest)[0], texts(newest).at(-1)]).toEqual(['number 11', 'number 60']);
    const [, href = ''] = /<a rel="prev" href="([^"]+)"/.exec(newest.html) ?? [];
    const older = await person.open(href.replaceAll('&amp;', '&'));
    expect([texts(older)[0], texts(older).at(-1)]).toEqual(['number 1', 'number 10']);
    expect(older.html).not.toContain('rel="prev"');
  });

  test('shows what people type as chats do, and hides nothing of it', async () => {
    const room = await person.say(at.taro, '**bold** `code` https://example.org/ <b>no</b>');
    expect(texts(room)).toEqual(['**bold** `code` https://example.org/ <b>no</b>']);
    const plain = await person.say(at.taro, '**太字**です `code`');
    expect(plain.html).toContain('<strong>太字</strong>です <code>code</code>');
    for (const line of [
      '# title',
      '[x]: https://example.org',
      '[^1]: note',
      '[a](https://example.org "b")',
      '```sh docker',
      '---',
      '![](x)',
    ])
      expect(texts(await person.say(at.taro, line)).at(-1)).toBe(line);
  });
});

describe('what is private', () => {
  test('an answer, and the command that asked for it, are for the one who asked', async () => {
    const mine = await person.say(at.hanako, '/meetup buildkit');
    expect(mine.messages.map(({ isPrivate }) => isPrivate)).toEqual([true, true]);
    expect(mine.html).toContain('あなただけに表示されています');
    expect(mine.messages.map(({ thread }) => thread)).toEqual(['', '']);
    for (const path of [at.taro, at.alex]) {
      const theirs = await person.open(path);
      expect([theirs.messages, theirs.html.includes('buildkit')]).toEqual([[], false]);
    }
  });

  test('everyone sees what is shared, and by whom', async () => {
    const answer = await person.say(at.hanako, '/meetup buildkit');
    const shared = await person.press(buttonOf(answer, '共有'));
    expect(shared.messages.at(-1)?.isPrivate).toBe(false);
    const theirs = await person.open(at.alex);
    expect(theirs.messages).toHaveLength(1);
    expect(theirs.messages[0]?.text).toContain('花子');
  });

  test('what could not be shared is said to the one who tried', async () => {
    const action = '/chat/general?as=hanako&lang=en';
    const mine = await person.press({ label: 'Share', name: 'call', call: 'share', action });
    expect(mine.messages).toMatchObject([{ isPrivate: true }]);
    expect((await person.open(at.taro)).messages).toEqual([]);
  });

  test('nobody sees the direct room of somebody else, nor its threads', async () => {
    const mine = await person.say(at.direct, 'rancher');
    const theirs = await person.open('/chat/direct?as=taro&lang=en');
    expect(theirs.messages).toMatchObject([{ id: 'start' }]);
    const thread = mine.messages[0]?.thread ?? '';
    expect((await person.open(thread)).status).toBe(200);
    expect(await person.open(thread.replace('hanako', 'taro'))).toMatchObject({
      status: 404,
      problem: 'That thread is not there, or not for you.',
    });
    expect((await person.say(thread.replace('hanako', 'taro'), 'x')).status).toBe(404);
  });

  test('nobody opens a thread below what only one person sees', async () => {
    const mine = await person.say(at.hanako, '/meetup buildkit');
    const id = mine.messages[0]?.id.slice(1);
    for (const name of ['hanako', 'taro'])
      expect((await person.open(`/chat/general/thread/${id}?as=${name}`)).status).toBe(404);
  });
});

describe('a thread', () => {
  test('holds what is said below a message, and the bot is asked there by name', async () => {
    const general = await person.say(at.hanako, 'Notes?');
    const thread = general.messages[0]?.thread ?? '';
    await person.say(thread, 'The cache is fast');
    const room = await person.say(thread, '/meetup speaker @AkihiroSuda');
    expect(room.messages.map(({ isPrivate }) => isPrivate)).toEqual([false, false, true, true]);
    expect((await person.open(at.taro)).html).toContain('>1 reply</a>');
    expect(texts(await person.open(at.taro))).toEqual(['Notes?']);
    expect(texts(await person.open(thread.replace('hanako', 'taro')))).toEqual([
      'Notes?',
      'The cache is fast',
    ]);
  });

  test('has its buttons stay in it', async () => {
    const general = await person.say(at.taro, 'Notes?');
    const thread = general.messages[0]?.thread ?? '';
    const answer = await person.say(thread, '/meetup buildkit');
    const shared = await person.press(buttonOf(answer, 'Share'));
    expect(shared.path).toBe(thread);
    expect((await person.open(at.hanako)).messages).toHaveLength(1);
    expect((await person.open(thread.replace('taro', 'alex'))).messages).toHaveLength(2);
  });
});

describe('a restart', () => {
  test('loses nothing, and old buttons still work', async () => {
    const before = await person.say(at.direct, 'buildkit');
    const button = buttonOf(before, 'Read 1');
    await person.close();
    await start();
    expect(texts(await person.open(at.direct))).toEqual(texts(before));
    const after = await person.press(button);
    expect(after.messages).toHaveLength(3);
    expect(after.messages.at(-1)?.buttons.map(({ label }) => label)).toContain('Back');
  });
});

describe('what can not be sent', () => {
  test('a line that is too long is kept in the field, and nowhere else', async () => {
    const line = 'あ'.repeat(4001);
    const room = await person.say(at.hanako, line);
    expect([room.status, room.problem, room.field, room.messages]).toEqual([
      400,
      '長すぎます。メッセージは4000文字までです。短くしてから送ってください。',
      line,
      [],
    ]);
    expect((await person.say(at.hanako, 'あ'.repeat(4000))).status).toBe(200);
  });

  test('nothing is nothing', async () => {
    const missing = await fetch(`${person.base}${at.taro}`, {
      method: 'POST',
      headers: { origin: person.base },
    });
    expect(missing.status).toBe(400);
    expect((await person.say(at.taro, ' 　\r\n')).problem).toBe(
      'There was nothing to send. Type something first.',
    );
  });

  test.each([
    ['/chat/random?as=hanako&lang=en', 'There is no such room here.'],
    ['/chat/__proto__?as=hanako&lang=en', 'There is no such room here.'],
    ['/chat/general?as=nobody&lang=en', 'Nobody of that name is here. Choose whom you speak as.'],
    ['/chat/general?as=__proto__&lang=en', 'Nobody of that name is here. Choose whom you speak as.'],
    ['/chat/general?as=meetup&lang=ja', 'その名前の人はここにいません。話す人を選んでください。'],
    ['/chat/general/thread/12?lang=en', 'That thread is not there, or not for you.'],
    ['/chat/general/thread/constructor?lang=en', 'That thread is not there, or not for you.'],
    ['/chat/general/thread/99999999999999999?lang=en', 'That thread is not there, or not for you.'],
  ])('%s is answered with one sentence', async (path, sentence) => {
    expect(await person.open(path)).toMatchObject({ status: 404, problem: sentence });
    expect(await person.say(path, 'hello')).toMatchObject({ status: 404, problem: sentence });
  });

  test.each([
    [{}],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('a form from elsewhere is not taken: %j', async (headers: Record<string, string>) => {
    const body = new URLSearchParams({ text: 'spam' });
    const response = await fetch(`${person.base}${at.taro}`, { method: 'POST', headers, body });
    expect(response.status).toBe(403);
    expect((await person.open(at.taro)).messages).toEqual([]);
  });

  test('a button that no command knows is answered like any mistake', async () => {
    const room = await person.press({ label: '', name: 'call', call: '__proto__ x', action: at.direct });
    expect(room.messages).toMatchObject([{ author: 'meetup' }]);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '</li></ol><h1>x</h1>',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe\u0000\u001b[31m',
  '\ud800 lone',
  '[x](javascript:alert(1))',
  '<!-- -->',
  '__proto__',
  '*'.repeat(3000),
  '> '.repeat(500),
  '/meetup <script>alert(1)</script>',
  '/meetup report __proto__',
  `x${'\n'.repeat(50)}y`,
];

describe('hostile text', () => {
  test.each(hostile)('%j does nothing, in any room', async (line) => {
    for (const path of [at.taro, at.direct]) {
      const room = await person.say(path, line);
      expect(room.status).toBe(200);
      expect(room.html).not.toMatch(/<script>|<img src=x|href="javascript|\u202e|\u0000|\u001b/);
      expect(room.html.match(/<h1/g)).toHaveLength(1);
      expect(await faultsOf(room.html, path)).toEqual([]);
    }
  });
});

test('every page of the playground is valid', async () => {
  const lines = [
    'buildkit',
    'report Docker Meetup Tokyo #6',
    'upcoming',
    'series',
    'status',
    'help search',
    'zzzz',
  ];
  for (const line of lines) await person.say(at.direct, line);
  const answer = await person.say(at.hanako, '/meetup kubernetes');
  await person.press(buttonOf(answer, '共有'));
  const general = await person.say(at.taro, '- one\n- two\n\n> three');
  const paths = [
    at.direct,
    at.direct.replace('lang=en', 'lang=ja'),
    ...Object.values(at),
    general.messages.at(-1)?.thread ?? '',
    '/chat/nowhere',
    '/chat/general?as=hanako&before=1',
  ];
  const pages = await Promise.all(paths.map(async (path) => faultsOf((await person.open(path)).html, path)));
  const refusedText = await person.say(at.taro, 'x'.repeat(4001));
  expect([...pages.flat(), ...(await faultsOf(refusedText.html, 'too long'))]).toEqual([]);
});
