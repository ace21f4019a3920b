/** Reading conversations: to the end, or not at all. */
import { describe, expect, test } from '@jest/globals';
import type { Remark, Show, Thread } from '../../src/port.ts';
import { createReader, mostRemarks } from '../../src/round/note/read.ts';
import { paragraph, root } from '../../src/view/build.ts';
import { person, place, silentLog } from '../world.ts';

const remark = (number: number): Remark => ({
  id: String(number).padStart(6, '0'),
  author: person,
  isProgram: false,
  at: new Date(1_800_000_000_000 + number * 1000),
  edited: null,
  body: root(paragraph(`message ${number}`)),
  quotes: [],
  files: [],
  url: null,
});

interface Room {
  /** What the platform says there are; `null`: it does not say. */
  expected: number | null;
  remarks: Remark[];
  /** The connection breaks after so many. */
  breaksAfter: number;
  visibility: Thread['place']['visibility'];
  /** How many were sent. */
  sent: number;
}

function roomOf(count: number): Room {
  const remarks = Array.from({ length: count }, (_, index) => remark(index + 1));
  return { expected: count, remarks, breaksAfter: Infinity, visibility: 'public', sent: 0 };
}

const chatIn = (room: Room) => ({
  platform: 'test',
  thread: async (): Promise<Thread> => ({
    place: { ...place, visibility: room.visibility },
    ref: 'C1/1',
    id: '1',
    title: null,
    url: null,
    expected: room.expected,
    async *remarks(after = '') {
      let sent = 0;
      for (const each of room.remarks.filter(({ id }) => id > after)) {
        if (sent === room.breaksAfter) throw new Error('the connection broke');
        sent += 1;
        room.sent += 1;
        yield each;
      }
    },
  }),
});

let now = 0;

const readerOf = () => createReader({ now: () => new Date((now += 1000)), log: silentLog });

const asking = (room: Room, isFor: 'look' | 'file' = 'file', show: Show = () => {}) => ({
  chat: chatIn(room),
  at: 'C1/1',
  reader: person,
  show,
  isFor,
});

describe('a conversation', () => {
  test('is read to its end, and how far it is can be seen', async () => {
    const seen: string[] = [];
    const { remarks, cutAt } = await readerOf().read(
      asking(roomOf(3), 'file', ({ done, of }) => void seen.push(`${done} of ${of}`)),
    );
    expect([remarks.length, cutAt, seen]).toEqual([3, null, ['1 of 3', '2 of 3', '3 of 3']]);
  });

  test('of which messages are missing is not taken for whole', async () => {
    const room = { ...roomOf(3), expected: 5 };
    await expect(readerOf().read(asking(room))).rejects.toMatchObject({
      code: 'notes-gap',
      facts: { got: 3, expected: 5 },
    });
  });

  test('is read again where something was deleted meanwhile', async () => {
    const room = roomOf(3);
    const chat = chatIn(room);
    const deleting = {
      ...chat,
      thread: async () => {
        const thread = await chat.thread();
        // Between what is said of the thread and its messages.
        if (room.expected === 3) Object.assign(room, { expected: 2, remarks: room.remarks.slice(1) });
        return thread;
      },
    };
    const { remarks } = await readerOf().read({ ...asking(room), chat: deleting });
    expect(remarks.map(({ id }) => id)).toEqual(['000002', '000003']);
  });

  test('that broke off goes on from there', async () => {
    const room = { ...roomOf(10), breaksAfter: 6 };
    const reader = readerOf();
    await expect(reader.read(asking(room))).rejects.toMatchObject({
      code: 'notes-unread',
      facts: { got: 6 },
    });
    room.breaksAfter = Infinity;
    expect((await reader.read(asking(room))).remarks).toEqual(roomOf(10).remarks);
    expect(room.sent).toBe(10);
  });

  test('in which something changed since it broke off is read from its beginning', async () => {
    const room = { ...roomOf(10), breaksAfter: 6 };
    const reader = readerOf();
    await expect(reader.read(asking(room))).rejects.toThrow('notes-unread');
    room.breaksAfter = Infinity;
    reader.forget('test', 'C1/1');
    await reader.read(asking(room));
    expect(room.sent).toBe(16);
  });

  test('is looked at as it was read some minutes ago, and written as it is now', async () => {
    const room = roomOf(4);
    const reader = readerOf();
    await reader.read(asking(room, 'look'));
    await reader.read(asking(room, 'look'));
    expect(room.sent).toBe(4);
    await reader.read(asking(room, 'file'));
    expect(room.sent).toBe(8);
    now += 60 * 60_000;
    await reader.read(asking(room, 'look'));
    expect(room.sent).toBe(12);
  });

  test('is read once for all who want it at the same time', async () => {
    const room = roomOf(50);
    const reader = readerOf();
    const [one, other] = await Promise.all([
      reader.read(asking(room, 'look')),
      reader.read(asking(room, 'look')),
    ]);
    expect(one.remarks).toEqual(other.remarks);
    expect(room.sent).toBe(50);
  });

  test('that is longer than a note can be is cut, and that is said', async () => {
    const { remarks, cutAt } = await readerOf().read(asking(roomOf(mostRemarks + 5)));
    expect([remarks.length, cutAt]).toEqual([mostRemarks, mostRemarks + 5]);
  });

  test.each(['private', 'direct'] as const)('that is %s is not read at all', async (visibility) => {
    const room = { ...roomOf(3), visibility };
    await expect(readerOf().read(asking(room))).rejects.toThrow('notes-private');
    expect(room.sent).toBe(0);
  });

  test('that is not there looks like one that nobody may see', async () => {
    const chat = {
      platform: 'test',
      thread: async () => ({ ...(await chatIn(roomOf(0)).thread()), ref: '' }),
    };
    await expect(readerOf().read({ ...asking(roomOf(0)), chat })).rejects.toThrow('notes-not-found');
  });
});
