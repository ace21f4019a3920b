/** What every chat owes that shows forms. An adapter's own test runs this suite beside the one that all chats pass. */
import { usualOption } from '../adapters/option.ts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { againIn } from '../../src/command/again.ts';
import type { Bot, Call, CommandInfo, Next, View } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';
import type { Room, Seen } from './chat.ts';

/** A form as a member sees it. */
export interface SeenForm {
  readonly title: string;
  /** What stands in each field, by its label, in their order. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A chat with one member in it, who fills in forms. */
export interface FormRoom extends Pick<Room, 'chat' | 'place' | 'say'> {
  /** The member types what opens a form. */
  readonly open: (line: string) => Promise<SeenForm>;
  /** The member presses the button with that label, which opens a form. */
  readonly openBy: (label: string) => Promise<SeenForm>;
  /** The member fills in the form before them, by its labels, and sends it. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<Seen>;
}

/** Runs the suite. */
export function describeForms(name: string, open: (bot: Bot) => Promise<FormRoom>): void {
  describe(`${name} shows forms`, () => {
    let room: FormRoom;
    let calls: Call[];

    beforeEach(async () => {
      calls = [];
      room = await open(formBot(calls));
      await room.chat.start(formBot(calls));
    });
    afterEach(() => room.chat.stop());

    for (const [title, run] of Object.entries(cases)) test(title, () => run(room, calls));
  });
}

const cases = {
  'a command that has a form opens it at once, without asking the bot': async (
    room: FormRoom,
    calls: Call[],
  ) => {
    expect(await room.open('event new')).toEqual({
      title: 'New event',
      fields: { 'What it is called': '', 'What it is about': '' },
    });
    expect(calls.filter(({ command }) => command === 'event-new')).toEqual([]);
  },

  'what is filled in is a call with its fields, of who filled it in, where they opened it': async (
    room: FormRoom,
    calls: Call[],
  ) => {
    await room.open('event new');
    const about = 'Bring a laptop.\n\n監視の話です。';
    const { text } = await room.send({ 'What it is called': 'Docker Night', 'What it is about': about });
    expect(text).toContain('Docker Night it is');
    const { channel, visibility } = room.place;
    expect(calls.at(-1)).toMatchObject({
      command: 'event-new',
      input: { title: 'Docker Night', details: about },
      place: { platform: room.chat.platform, channel, visibility },
    });
  },

  'what is typed after the command is its input, and opens nothing': async (
    room: FormRoom,
    calls: Call[],
  ) => {
    const { text } = await room.say('event new title:x');
    expect(text).toContain('x it is');
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: 'title:x' });
  },

  'a button may open the form with what stands in it': async (room: FormRoom, calls: Call[]) => {
    const { buttons } = await room.say('edit');
    expect(buttons).toEqual(['Change']);
    const { fields } = await room.openBy('Change');
    expect(fields).toEqual({ 'What it is called': 'Docker "Night"', 'What it is about': 'one\ntwo' });
    await room.send({ 'What it is called': 'Docker Day' });
    expect(calls.at(-1)?.input).toEqual({ title: 'Docker Day', details: 'one\ntwo' });
  },

  'what could not be taken leads back to the form with all that was written': async (
    room: FormRoom,
    calls: Call[],
  ) => {
    await room.open('event new');
    const wrong = await room.send({ 'What it is called': 'wrong', 'What it is about': 'a "b" c' });
    expect(wrong.text).toContain('That is no title.');
    const { fields } = await room.openBy('Back to the form');
    expect(fields).toEqual({ 'What it is called': 'wrong', 'What it is about': 'a "b" c' });
    const { text } = await room.send({ 'What it is called': 'right' });
    expect(text).toContain('right it is');
    expect(calls.at(-1)?.input).toEqual({ title: 'right', details: 'a "b" c' });
  },
};

const info = (name: string, form: boolean, options: CommandInfo['options']): CommandInfo => ({
  name,
  answer: 'private',
  listed: true,
  form,
  options,
  describe: () => ({
    called: [],
    summary: `Asks for ${name}`,
    ...(form && { title: 'New event' }),
    options: { title: 'What it is called', details: 'What it is about', back: 'Nobody gives it' },
    examples: [],
  }),
});

const commands = [
  info('search', false, [{ ...usualOption, name: 'text', rest: true }]),
  info('event-new', true, [
    { ...usualOption, name: 'title', required: true },
    { ...usualOption, name: 'details', long: true },
    { ...usualOption, name: 'back', listed: false },
  ]),
];

const change: Next = {
  label: 'Change',
  command: 'event-new',
  input: 'title:"Docker ""Night""" details:"one\ntwo"',
  form: true,
};

const say = (words: string, next: readonly Next[] = []): View => ({ body: root(paragraph(words)), next });

function answerTo(call: Call): View {
  const { command, input } = call;
  if (command === 'search') return say('Docker Night', input === 'edit' ? [change] : []);
  const title = typeof input === 'string' ? input.replace('title:', '') : input['title'];
  if (title !== 'wrong') return say(`${title} it is`);
  const message = 'That is no title.';
  return {
    ...say(message, againIn({ ...call, locale: 'en' }, { form: true }, 'no-title')),
    failure: { kind: 'request', code: 'no-title', message },
  };
}

/** A bot that takes every title but “wrong”. */
export const formBot = (calls: Call[]): Bot => ({
  commands,
  answer: async (call) => {
    calls.push(call);
    return answerTo(call);
  },
  suggest: async () => [],
  localeOf: async () => 'en',
});
