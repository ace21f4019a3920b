import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { eventPath, writeEvent, type EventText } from '../../src/content/event-text.ts';
import { readEvent } from '../../src/content/event.ts';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { plainText } from '../../src/content/plain.ts';
import { nodesOf } from '../../src/content/walk.ts';
import { context, lines } from './context.ts';

const reread = (event: EventText) => readEvent({ path: eventPath(event), text: writeEvent(event) }, context);

const night: EventText = {
  title: 'コンテナの夜 #12',
  start: '2027-03-10T19:00',
  end: '2027-03-10T21:00',
  zone: 'Asia/Tokyo',
  repeat: 'FREQ=MONTHLY;BYDAY=2WE',
  until: '2027-12-31',
  except: ['2027-05-12'],
  place: '中央公民館',
  address: '大阪市北区1-2-3',
  url: 'https://example.org/night',
  online: 'https://example.org/live',
  capacity: 30,
  tags: ['docker'],
  series: 'コンテナの夜',
  number: 12,
  talks: [
    { title: 'BuildKit の話', speakers: ['alice', '@bob'], minutes: 20 },
    { title: '未定', speakers: [], minutes: null },
  ],
  cancelled: true,
  uid: 'night@example.org',
  text: '**手ぶら**でどうぞ。',
};

describe('an event as a file', () => {
  test('has a header that people can read and change', () => {
    expect(writeEvent(night)).toBe(
      lines(
        '---',
        'title: "コンテナの夜 #12"',
        'start: "2027-03-10 19:00"',
        'end: "2027-03-10 21:00"',
        'zone: "Asia/Tokyo"',
        'repeat: "FREQ=MONTHLY;BYDAY=2WE"',
        'until: "2027-12-31"',
        'except:',
        '  - "2027-05-12"',
        'place: "中央公民館"',
        'address: "大阪市北区1-2-3"',
        'url: "https://example.org/night"',
        'online: "https://example.org/live"',
        'capacity: 30',
        'tags:',
        '  - "docker"',
        'series: "コンテナの夜"',
        'number: 12',
        'talks:',
        '  - title: "BuildKit の話"',
        '    speakers:',
        '      - "alice"',
        '      - "@bob"',
        '    minutes: 20',
        '  - title: "未定"',
        'status: "cancelled"',
        'uid: "night@example.org"',
        '---',
        '',
        '**手ぶら**でどうぞ。',
        '',
      ),
    );
  });

  test('is read as what it was written from', () => {
    expect(reread(night)).toMatchObject({ ...night, text: '手ぶらでどうぞ。', problems: [] });
  });

  test('says nothing of what is not known', () => {
    const event = { title: 'x', start: '2027-03-10', end: null, place: '', tags: [], cancelled: false };
    expect(writeEvent(event)).toBe('---\ntitle: "x"\nstart: "2027-03-10"\n---\n');
  });
});

/** What has a meaning to YAML, to Markdown, to site generators or to those who show it. */
const hostile = fc.constantFrom(
  ...'--- ... +++ # " \' \\ {{ }} {% %} {{< { } - * > ` ``` <!-- <script> </ &amp; &#123; [x](y) ![ ]( | ~~'.split(
    ' ',
  ),
  ...'@all שלום 🎉 👨‍👩‍👧 日本語 !!js &a *a null yes 1e3 \u202E \0 \uFEFF \u2028 \u0085 \uFDD0'.split(' '),
  ': ',
  ' #',
  '- ',
  '> ',
  '\n',
  '\r\n',
  '\t',
);
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.oneof(hostile, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((all) => all.join('')),
);
/** A header has no spaces around its texts, and none that are empty. */
const name = words.map((text) => text.trim()).filter((text) => text !== '');

describe('whatever people type', () => {
  test('stands in the fields that are read', () => {
    const talk = fc.record({
      title: name,
      speakers: fc.array(name, { maxLength: 3 }),
      minutes: fc.option(fc.integer({ min: 1, max: 999 })),
    });
    const event = fc.record({
      title: name,
      start: fc.constant('2027-03-10T19:00'),
      place: fc.option(name),
      address: fc.option(name),
      online: fc.option(name),
      series: fc.option(name),
      uid: fc.option(name),
      tags: fc.array(
        name.map((tag) => tag.toLowerCase()),
        { maxLength: 3 },
      ),
      talks: fc.array(talk, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(event, (fields) => {
        // NUL and what follows `data:` is taken out of every file before it is read.
        fc.pre(!/\0|data:/iu.test(JSON.stringify(fields).replaceAll('\\u0000', '\0')));
        expect(reread(fields)).toMatchObject({ ...fields, problems: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('stands in the text as it was typed', () => {
    const sign = fc.constantFrom(
      ...'a字ー 🎉:;\'"{}%&~!?。、「」*_`#|()-=\n'.split(''),
      '{{',
      '}}',
      '{%',
      '```\n',
      '**',
    );
    const text = fc.array(sign, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (typed) => {
        // Bold that begins or ends in a tilde, beside a letter: the printer escapes the tilde, and the stars are stars again.
        fc.pre(!/\*~|~\*/u.test(typed));
        // In code the end of a line is a space (CommonMark 6.1).
        const shown = (said = ''): string => said.replace(/\s+/gu, ' ');
        expect(shown(reread({ ...night, text: typed })?.text)).toBe(shown(plainText(parseMarkdown(typed))));
      }),
      { numRuns: 150 },
    );
  });

  test('has nothing that a site generator runs', () => {
    fc.assert(
      fc.property(words, (text) => {
        const body = writeEvent({ title: 'x', start: '2027-03-10', text }).replace(
          /^---\n[\s\S]*?\n---\n/u,
          '',
        );
        expect(body).not.toMatch(/\{[{%]|\uFDD0|\uFDD1/u);
        // Code with tags in it is HTML of our own.
        const own = /<(?:pre><)?code[^<>]*>|<\/code>(?:<\/pre>)?/gu;
        const foreign = nodesOf(parseMarkdown(body.replaceAll(own, ''))).filter(
          ({ type }) => type === 'html',
        );
        expect(foreign).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['{{ site.github }}', '{{ site.github }}'],
    ['日本**{太字}**語', '日本{太字}語'],
    ['`{{ code }}` and `{ code }`', '{{ code }} and { code }'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['```go\nfunc main() {}\n```', 'func main() {}'],
    ['```\n{% raw %}\n```', '{% raw %}'],
    ['\\{{< readfile >}}', '{{< readfile >}}'],
    ['<https://example.org/{{a}}>', 'https://example.org/{{a}}'],
    ['# {#id}', '{#id}'],
  ])('%j is read as %j', (text, said) => {
    expect(reread({ ...night, text })?.text).toBe(said);
  });
});

describe('the path of an event', () => {
  test.each([
    ['コンテナの夜 #12', 'コンテナの夜-12'],
    ['Docker Meetup Tokyo #6', 'docker-meetup-tokyo-6'],
    ['Ｄｏｃｋｅｒ／ﾐｰﾄｱｯﾌﾟ', 'docker-ミートアップ'],
    ['か\u3099くせい', 'がくせい'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['CON', 'con'],
    ['🎉', 'event'],
    ['', 'event'],
    ['מפגש\u202E', 'מפגש'],
    ['a'.repeat(100), 'a'.repeat(60)],
    [`${'あ'.repeat(59)} い`, 'あ'.repeat(59)],
  ])('of %j ends in %s', (title, slug) => {
    expect(eventPath({ title, start: '2027-03-10T19:00' })).toBe(`events/2027-03-10-${slug}.md`);
  });

  test('is one name that any file system takes', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 200 })), (title) => {
        const path = eventPath({ title, start: '2027-03-10' });
        expect(path).toMatch(/^events\/2027-03-10-[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.md$/u);
        expect(path).toBe(path.normalize('NFC'));
        expect(path.length).toBeLessThanOrEqual('events/2027-03-10-.md'.length + 60);
        expect(new TextEncoder().encode(path.slice('events/'.length)).length).toBeLessThan(240);
      }),
      { numRuns: 150 },
    );
  });
});
