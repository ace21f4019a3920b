import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createTerminal } from '../../adapters/terminal/chat.ts';
import { compile } from '../../adapters/terminal/compile.ts';
import { createProgress } from '../../adapters/terminal/progress.ts';
import { localeOf } from '../../adapters/terminal/reader.ts';
import { coloured, plain, styleOf } from '../../adapters/terminal/style.ts';
import { answerOf } from '../../adapters/terminal/verb/answer.ts';
import type { Call, Person } from '../../src/port.ts';
import { bullets, item, link, paragraph, quote, root, strong, time } from '../../src/view/build.ts';
import { words } from '../../src/words/index.ts';
import { describeChat } from '../contract/chat.ts';
import type { Room, Seen } from '../contract/chat.ts';
import { formBot } from '../contract/form.ts';

const member: Person = {
  id: 'terminal',
  name: 'hanako',
  locale: 'en',
  zone: 'Asia/Tokyo',
  organiser: true,
  guest: false,
};
const reader = { style: plain, locale: 'en', zone: 'Asia/Tokyo', columns: null } as const;

function openRoom(): Room {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const shown: string[] = [];
  let wake: () => void = () => {};
  // An answer ends with an empty line; so does what a chat posts on its own.
  output.on('data', (text: string) => {
    shown.push(text);
    if (text.endsWith('\n\n')) wake();
  });
  const type = async (line: string): Promise<Seen> => {
    const answered = new Promise<void>((resolve) => (wake = resolve));
    input.write(`${line}\n`);
    await answered;
    const text = shown.at(-1) ?? '';
    return {
      text,
      buttons: [...text.matchAll(/\[\d+\] ([^[]*?)(?= {2}|\n)/g)].map(([, label = '']) => label),
    };
  };
  const press = async (label: string): Promise<Seen> => {
    const number = /\[(\d+)\] /.exec(
      shown
        .findLast((text) => text.includes(label))
        ?.split(label)[0]
        ?.slice(-5) ?? '',
    )?.[1];
    return type(number ?? `no button ${label}`);
  };
  return {
    chat: createTerminal({
      input,
      output,
      reader,
      words: words.en,
      who: { person: member, locale: 'en' },
      now: () => new Date(0),
    }),
    place: { platform: 'terminal', workspace: 'terminal', channel: 'terminal', visibility: 'direct' },
    member,
    say: type,
    // There is one conversation, and every thread is the rest of it.
    reply: (_ref, line) => type(line),
    press,
    shown: () => shown,
  };
}

describeChat('the terminal', async () => openRoom(), {
  'a thread is one, whichever of its messages one came by, and found by its place':
    'there is one conversation, and every thread is the rest of it',
  'nothing stands below what is no message': 'there is one conversation, and every thread is the rest of it',
  'what a chat says itself is in the language that it is told': 'it speaks the language of its one reader',
  'where the history can not be read, nobody posts what may stand there': 'it has no history',
});

describe('what the terminal can not show', () => {
  const ics = { name: 'docker-night.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR\r\n' };

  test('a form: its button has the command say how to type it, and does nothing that was to be looked at', async () => {
    const calls: Call[] = [];
    const { chat, say, press } = openRoom();
    await chat.start(formBot(calls));
    expect((await say('edit')).buttons).toEqual(['Change']);
    await press('Change');
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: '' });
    await say('event new title:x');
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: 'title:x' });
    await chat.stop();
  });

  test('a file: it is named below the answer', () => {
    const next = [{ label: 'Back', command: 'help', input: '' }];
    expect(compile({ body: root(paragraph('Docker Night')), next, files: [ics] }, reader)).toBe(
      'Docker Night\n\nNot shown here: docker-night.ics\n\n[1] Back',
    );
  });

  test('it is a part of what machines get', () => {
    const view = { body: root(), next: [], data: { id: 'x' } };
    const asked = { line: 'event x', input: 'x', isSearch: false };
    expect(answerOf({ ...view, files: [ics] }, asked)).toEqual({
      q: 'event x',
      data: { id: 'x', files: [ics] },
    });
    expect(answerOf(view, asked)).toEqual({ q: 'event x', data: { id: 'x' } });
  });
});

describe('the terminal', () => {
  const view = {
    body: root(paragraph(strong('Rancher'), ' ', link('https://example.org/s', 'slides'))),
    next: [],
  };

  test('shows plain text where nobody reads: no colours, no hyperlinks', () => {
    expect(compile(view, reader)).toBe('Rancher slides <https://example.org/s>');
  });

  test('shows colours and hyperlinks on a terminal', () => {
    const shown = compile(view, { ...reader, style: coloured });
    expect(shown).toContain('\u001b]8;;https://example.org/s\u001b\\');
    expect(shown).toContain('\u001b[1mRancher\u001b[22m');
  });

  test('says where a link goes whose words name another place', () => {
    const shown = (url: string, label: string): string =>
      compile({ body: root(paragraph(link(url, label))), next: [] }, reader);
    expect(shown('https://evil.example/x', 'https://github.com')).toBe(
      'https://github.com (evil.example) <https://evil.example/x>',
    );
    expect(shown('https://github.com/x', 'github.com/x')).toBe('github.com/x <https://github.com/x>');
    expect(shown('https://example.org/x', 'node.js の話')).toContain('<https://example.org/x>');
  });

  test('breaks lines at the edge of the terminal, inside their list and quote, Japanese too', () => {
    const long = {
      body: root(
        bullets([item(paragraph('one two three four'), quote(paragraph('監視どうする監視どうする監視')))]),
      ),
      next: [],
    };
    expect(compile(long, { ...reader, columns: 22 })).toBe(
      ['• one two three four', '  │ 監視どうする監視どう', '  │ する監視'].join('\n'),
    );
  });

  test('respects NO_COLOR and dumb terminals', () => {
    expect(styleOf({ isTTY: true }, {})).toBe(coloured);
    expect(styleOf({ isTTY: true }, { NO_COLOR: '1' })).toBe(plain);
    expect(styleOf({ isTTY: true }, { TERM: 'dumb' })).toBe(plain);
    expect(styleOf({}, {})).toBe(plain);
  });

  test('tells the time in the reader’s zone', () => {
    const at = { body: root(paragraph(time('2027-03-10T19:00:00+09:00', 'Asia/Tokyo', 'moment'))), next: [] };
    expect(compile(at, { ...reader, zone: 'Europe/London' })).toBe(
      'Wed, 10 Mar 2027, 10:00 (Wed, 10 Mar 2027, 19:00 Asia/Tokyo)',
    );
  });

  test('speaks the language of the environment', () => {
    expect(localeOf({ LANG: 'en_US.UTF-8' })).toBe('en');
    expect(localeOf({ LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' })).toBe('ja');
    expect(localeOf({ LANG: 'C.UTF-8' })).toBeNull();
  });

  test('names the buttons there are when a number is none of them', async () => {
    const room = openRoom();
    await room.chat.start({
      commands: [],
      answer: async () => ({ ...view, next: [{ label: 'Read 1', command: 'report', input: 'x' }] }),
      suggest: async () => [],
      localeOf: async ({ locale = 'ja' }) => locale,
    });
    const { text } = await room.say('7');
    expect(text).toContain('There is no button 7; they go from 1 to 1.');
    await room.chat.stop();
  });
});

describe('progress', () => {
  const sentence = (done: number, of: number): string => `${done} of ${of}`;
  const left = (seconds: number): string => `${seconds} s left`;

  const run = (isTTY: boolean): string => {
    const written: string[] = [];
    let clock = 0;
    const progress = createProgress({
      stream: { isTTY, write: (text) => written.push(text) },
      now: () => clock,
      sentence,
      left,
    });
    for (const done of [1, 2, 3, 4]) {
      clock += 1000;
      progress.show({ done, of: 8 });
    }
    progress.end();
    return written.join('');
  };

  test('is quiet for two seconds, then says how far it is and how long it takes', () => {
    expect(run(true)).toBe(
      '\r\u001b[2K2 of 8 · 6 s left\r\u001b[2K3 of 8 · 5 s left\r\u001b[2K4 of 8 · 4 s left\r\u001b[2K',
    );
  });

  test('is quiet where nobody watches', () => {
    expect(run(false)).toBe('');
  });
});
