/** What every chat adapter owes, said once. An adapter's own test runs this suite and gives a reason for each case it skips. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bot, Call, Chat, Person, Place, Posting, Remark, Thread, View } from '../../src/port.ts';
import {
  bullets,
  heading,
  item,
  link,
  numbered,
  paragraph,
  quote,
  root,
  strong,
  time,
} from '../../src/view/build.ts';

/** What a member sees of one message. */
export interface Seen {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A chat with one member in it. */
export interface Room {
  readonly chat: Chat;
  readonly place: Place;
  readonly member: Person;
  /** The member types; resolves to the answer. */
  readonly say: (line: string) => Promise<Seen>;
  /** The member says something below a message; a line in the channel is no part of a thread on most platforms. */
  readonly reply: (ref: string, line: string) => Promise<unknown>;
  /** The member presses the button with that label. */
  readonly press: (label: string) => Promise<Seen>;
  /** Every message that the chat has shown so far. */
  readonly shown: () => readonly string[];
  /** From now on the bot may not read what was said in `place`. */
  readonly blind?: () => Promise<unknown>;
}

type Case = keyof typeof cases;

/** Runs the suite. `skip`: a case that a platform can not have, and why. */
export function describeChat(
  name: string,
  open: (bot: Bot) => Promise<Room>,
  skip: Partial<Record<Case, string>> = {},
): void {
  describe(`${name} is a chat`, () => {
    let room: Room;
    let calls: Call[];

    beforeEach(async () => {
      calls = [];
      room = await open(echoBot(calls));
      await room.chat.start(echoBot(calls));
    });
    afterEach(() => room.chat.stop());

    for (const [title, run] of Object.entries(cases) as [Case, (typeof cases)[Case]][]) {
      const reason = skip[title];
      if (reason === undefined) test(title, () => run(room, calls));
      // Skipped for what a platform can not have; its own test says why, and the reason stands in the title.
      else test.skip(`${title} (${reason})`, () => run(room, calls));
    }
  });
}

const cases = {
  'plain words are a search': async (room: Room, calls: Call[]) => {
    await room.say('root権限 なし');
    expect(calls.at(-1)).toMatchObject({ command: 'search', input: 'root権限 なし' });
  },

  'a command is called by its name, and knows who asks where': async (room: Room, calls: Call[]) => {
    await room.say('upcoming place:大阪');
    expect(calls.at(-1)).toMatchObject({
      command: 'upcoming',
      input: 'place:大阪',
      person: { id: room.member.id, organiser: room.member.organiser },
      place: { platform: room.chat.platform, visibility: room.place.visibility },
    });
  },

  'the whole tree is shown': async (room: Room) => {
    const { text } = await room.say('everything');
    for (const word of ['Title', 'bold', 'first', 'second', 'inner', 'quoted', 'docker run', '2028'])
      expect(text).toContain(word);
  },

  'a button makes its call': async (room: Room, calls: Call[]) => {
    const { buttons } = await room.say('buttons');
    expect(buttons).toEqual(['Read 1', 'More (7)']);
    await room.press('More (7)');
    expect(calls.at(-1)).toMatchObject({ command: 'search', input: 'buttons page:2' });
  },

  'a failure is answered like anything else': async (room: Room) => {
    const { text } = await room.say('fail');
    expect(text).toContain('It is not your doing: abcdefghij');
  },

  'text is data: it does nothing, however it looks': async (room: Room) => {
    const { text } = await room.say('hostile');
    expect(text).toContain('everyone');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u009b\u202e\u200b]/);
    expect(text).not.toMatch(/javascript:|<script/);
  },

  'a key posts once': async (room: Room) => {
    const view = textView('Digest of week 48');
    const first = await room.chat.post(room.place, view, { key: 'digest/2026-W48' });
    const again = await room.chat.post(room.place, view, { key: 'digest/2026-W48' });
    expect(first).toMatchObject({ status: 'posted' });
    expect(again).toEqual(first);
    expect(room.shown().filter((message) => message.includes('Digest of week 48'))).toHaveLength(1);
  },

  'a person can be written to as well': async (room: Room) => {
    expect(await room.chat.post(room.member, textView('In an hour'), { key: 'remind/1' })).toMatchObject({
      status: 'posted',
    });
    expect(room.shown().at(-1)).toContain('In an hour');
  },

  'what was posted can be edited': async (room: Room) => {
    const posted = await room.chat.post(room.place, textView('On Friday'), { key: 'event/1' });
    if (posted.status !== 'posted') throw new Error(posted.status);
    expect(await room.chat.edit(posted.ref, textView('On Saturday'))).toMatchObject({ status: 'posted' });
    expect(room.shown().at(-1)).toContain('On Saturday');
  },

  'what stands below a message is found in its thread': async (room: Room) => {
    const ref = await postedRef(room, textView('Digest in short'), { key: 'digest/2' });
    await postedRef(room, textView('Digest at length'), { key: 'digest/2 details', below: ref });
    const thread = await room.chat.thread(ref, room.member);
    const texts = (await all(thread.remarks())).map(({ body }) => JSON.stringify(body));
    expect(texts).toEqual([
      expect.stringContaining('Digest in short'),
      expect.stringContaining('Digest at length'),
    ]);
  },

  'nothing stands below what is no message': async (room: Room) => {
    const how = { key: 'digest/3 details', below: 'no such message' };
    expect(await room.chat.post(room.place, textView('x'), how)).toMatchObject({ status: 'refused' });
    expect(room.shown()).not.toContain('x');
  },

  'what a chat says itself is in the language that it is told': async (room: Room) => {
    const ref = await postedRef(room, tooLong, { key: 'digest/4', locale: 'en' });
    expect(endOf(room)).toContain('that did not fit here');
    await room.chat.edit(ref, tooLong, { locale: 'ja' });
    expect(endOf(room)).toContain('入りきりませんでした');
  },

  'whoever may no longer post is asked just before, and does not': async (room: Room) => {
    let asked = 0;
    const mayStill = async (): Promise<boolean> => {
      asked += 1;
      return false;
    };
    const how = { key: 'digest/5', since: new Date(), mayStill };
    expect(await room.chat.post(room.place, textView('Too late'), how)).toEqual({ status: 'unsure' });
    expect([asked, room.shown().join()]).toEqual([1, expect.not.stringContaining('Too late')]);
    const again = { ...how, mayStill: async () => true };
    expect(await room.chat.post(room.place, textView('In time'), again)).toMatchObject({ status: 'posted' });
  },

  'where the history can not be read, nobody posts what may stand there': async (room: Room) => {
    await room.blind?.();
    const before = room.shown();
    const anHourAgo = new Date(Date.now() - 3_600_000);
    const how = { key: 'digest/6', since: anHourAgo };
    expect(await room.chat.post(room.place, textView('x'), how)).toEqual({
      status: 'unsure',
      unreadable: true,
    });
    expect(room.shown()).toEqual(before);
  },

  'what is not there can not be edited': async (room: Room) => {
    expect(await room.chat.edit('no such message', textView('x'))).toMatchObject({ status: 'refused' });
  },

  'a thread that is not there has nothing in it': async (room: Room) => {
    const thread = await room.chat.thread('no such message', room.member);
    expect([thread.expected, await all(thread.remarks())]).toEqual([0, []]);
  },

  'a thread is one, whichever of its messages one came by, and found by its place': async (room: Room) => {
    const above = await postedRef(room, textView('Digest in short'), { key: 'digest/7' });
    const how = { key: 'digest/7 details', below: above };
    const below = await postedRef(room, textView('Digest at length'), how);
    const first = await room.chat.thread(above, room.member);
    const ways = [below, first.ref, first.place];
    const threads = await Promise.all(ways.map((way) => room.chat.thread(way, room.member)));
    expect(first.ref).not.toBe('');
    expect(threads.map(({ ref, expected }) => [ref, expected])).toEqual(
      ways.map(() => [first.ref, first.expected]),
    );
    expect(threads.map(({ place }) => place)).toEqual(ways.map(() => first.place));
  },

  'a thread is read as the bot may where nobody in particular reads it': async (room: Room) => {
    const ref = await postedRef(room, textView('Notes here'), { key: 'notes/2' });
    await room.reply(ref, 'first remark');
    const [theirs, own] = await Promise.all([
      room.chat.thread(ref, room.member),
      room.chat.thread(ref, null),
    ]);
    const seen = async (thread: Thread) =>
      (await all(thread.remarks())).map(({ id, author, body }) => [id, author.name, body]);
    expect(await seen(own)).toEqual(await seen(theirs));
    expect([own.ref, own.place, own.expected]).toEqual([theirs.ref, theirs.place, theirs.expected]);
  },

  'a remark says who made it and when, and nothing that it does not know': async (room: Room) => {
    const ref = await postedRef(room, textView('Notes here'), { key: 'notes/3' });
    await room.reply(ref, 'first remark');
    const thread = await room.chat.thread(ref, room.member);
    const remarks = await all(thread.remarks());
    const said = remarks.find(({ author }) => author.id === room.member.id);
    expect(said).toMatchObject({
      author: { name: room.member.name },
      isProgram: false,
      edited: null,
      quotes: [],
    });
    expect(said?.files).toEqual([]);
    const times = remarks.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  },

  'a thread is read to its end, and on from where one stopped': async (room: Room) => {
    const posted = await room.chat.post(room.place, textView('Notes here'), { key: 'notes/1' });
    if (posted.status !== 'posted') throw new Error(posted.status);
    await room.reply(posted.ref, 'first remark');
    const thread = await room.chat.thread(posted.ref, room.member);
    const remarks = await all(thread.remarks());
    expect(remarks.length).toBe(thread.expected);
    expect(remarks.map(({ author }) => author.id)).toContain(room.member.id);
    expect(JSON.stringify(remarks.map(({ body }) => body))).toContain('first remark');
    expect(await all(thread.remarks(remarks[0]?.id))).toEqual(remarks.slice(1));
  },
};

async function all(remarks: AsyncIterable<Remark>): Promise<Remark[]> {
  const found: Remark[] = [];
  for await (const remark of remarks) found.push(remark);
  return found;
}

async function postedRef(room: Room, view: View, how: Posting): Promise<string> {
  const posted = await room.chat.post(room.place, view, how);
  if (posted.status !== 'posted') throw new Error(posted.status);
  return posted.ref;
}

const endOf = (room: Room): string => room.shown().at(-1)?.slice(-100) ?? '';

/** More than any platform takes at a time. */
const tooLong: View = {
  body: root(...Array.from({ length: 600 }, (_, at) => paragraph(`Line ${at}`.padEnd(60, '.')))),
  next: [],
};

const textView = (text: string): View => ({ body: root(paragraph(text)), next: [] });

const views: Readonly<Record<string, View>> = {
  everything: {
    body: root(
      heading(2, 'Title'),
      paragraph(strong('bold'), ' ', link('https://example.org/', 'a link')),
      numbered(1, [item(paragraph('first')), item(paragraph('second'), bullets([item(paragraph('inner'))]))]),
      quote(paragraph('quoted')),
      { type: 'code', lang: 'sh', value: 'docker run --rm' },
      paragraph(time('2028-11-20', 'Asia/Tokyo', 'day')),
    ),
    next: [],
  },
  buttons: {
    body: root(paragraph('Results')),
    next: [
      { label: 'Read 1', command: 'report', input: 'abcdefghij' },
      { label: 'More (7)', command: 'search', input: 'buttons page:2' },
    ],
  },
  fail: {
    body: root(paragraph('It is not your doing: abcdefghij')),
    next: [],
    failure: { kind: 'fault', code: 'abcdefghij', message: 'It is not your doing: abcdefghij' },
  },
  hostile: {
    body: root(
      paragraph('@everyone <!channel> <@U1> \u001b[31m\u009b31m \u202e\u200b'),
      paragraph(link('javascript:alert(1)', 'click'), { type: 'html', value: '<script>alert(1)</script>' }),
    ),
    next: [],
  },
};

/** A bot of fixed answers: a chat is tested without the core. */
const echoBot = (calls: Call[]): Bot => ({
  commands: ['search', 'upcoming', 'report'].map((name) => ({
    name,
    answer: 'private',
    listed: true,
    form: false,
    options: [
      {
        name: 'text',
        type: 'text',
        suggests: false,
        rest: true,
        required: false,
        listed: true,
        long: false,
        min: null,
        max: null,
      },
    ],
    describe: () => ({ called: [], summary: name, options: {}, examples: [] }),
  })),
  answer: async (call) => {
    calls.push(call);
    const input = typeof call.input === 'string' ? call.input : JSON.stringify(call.input);
    return views[input] ?? textView(`${call.command} ${input}`);
  },
  suggest: async () => [],
  localeOf: async ({ locale = 'ja' }) => locale,
});
