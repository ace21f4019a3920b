/** The stream that tells an open page that something is new. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bot } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { folderOf } from '../temporary-folder.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';

const view = { body: root(paragraph('answer')), next: [] };
const bot: Bot = {
  commands: [],
  answer: async () => view,
  suggest: async () => [],
  localeOf: async () => 'ja',
};
const general = {
  platform: 'web',
  workspace: 'playground',
  channel: 'general',
  visibility: 'public',
} as const;

let played: Played;
beforeEach(async () => {
  played = await openPlayground({ file: join(folderOf({}), 'playground.db'), bot });
});
afterEach(() => played.close());

interface Stream {
  /** The next number that comes; `null` at the end. */
  readonly next: () => Promise<number | null>;
  readonly cancel: () => Promise<void>;
}

async function follow(room: string, person: string): Promise<Stream> {
  const response = await fetch(`${played.base}/chat/${room}/events?as=${person}`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  return {
    next: async () => {
      const { value } = await reader.read();
      return value === undefined ? null : Number(/data: (\d+)/.exec(value)?.[1]);
    },
    cancel: () => reader.cancel(),
  };
}

const revisionOf = (html: string): number => Number(/data-revision="(\d+)"/.exec(html)?.[1]);

describe('who looks on', () => {
  test('is told the present number at once, then each that is new, as pages have it', async () => {
    const stream = await follow('general', 'taro');
    const { html } = await played.open('/chat/general?as=taro');
    expect(await stream.next()).toBe(revisionOf(html));
    const after = await played.say('/chat/general?as=hanako', 'hello');
    expect(await stream.next()).toBe(revisionOf(after.html));
    const posted = await played.chat.post(general, view, { key: '1' });
    const told = (await stream.next()) ?? 0;
    expect(posted).toMatchObject({ ref: String(told) });
    await played.chat.edit(String(told), view);
    expect(await stream.next()).toBeGreaterThan(told);
    await stream.cancel();
  });

  test('hears nothing of what is between others and the bot', async () => {
    const stream = await follow('general', 'taro');
    const first = await stream.next();
    await played.say('/chat/general?as=hanako', '/meetup secret');
    await played.say('/chat/direct?as=hanako', 'secret');
    const { html } = await played.say('/chat/general?as=hanako', 'for all');
    const second = await stream.next();
    expect(first).toBe(0);
    expect(second).toBe(revisionOf(html));
    await stream.cancel();
  });

  test('is let go when the chat stops, and nobody new is taken', async () => {
    const streams = await Promise.all([follow('general', 'taro'), follow('direct', 'hanako')]);
    await Promise.all(streams.map(({ next }) => next()));
    const ends = streams.map(({ next }) => next());
    await played.chat.stop();
    expect(await Promise.all(ends)).toEqual([null, null]);
    expect((await fetch(`${played.base}/chat/general/events?as=taro`)).status).toBe(503);
  });

  test('may go away without a word', async () => {
    const stream = await follow('general', 'taro');
    await stream.next();
    await stream.cancel();
    const { messages } = await played.say('/chat/general?as=hanako', 'still here');
    expect(messages).toHaveLength(1);
  });
});
