/** Fields, templates and mentions in the shapes that are met, one promise each. */
import { describe, expect, test } from '@jest/globals';
import { lines, read } from './context.ts';

const withHeader = (...header: readonly string[]) => read(lines('---', ...header, '---', '本文です。'));

describe('tags', () => {
  test.each([
    ['tags: event docker', ['event', 'docker']],
    ['tags: Docker, Kubernetes', ['docker', 'kubernetes']],
    ['tags: a; b;', ['a', 'b']],
    ["tags: Haskell Implementors' Workshop", ["haskell implementors' workshop"]],
    ['tags: [Ｄｏｃｋｅｒ, docker, null]', ['docker']],
    ['tags: []', []],
    ['tags:', []],
    ['topics: [a]', ['a']],
    ['category: blog', ['blog']],
    ['tags: 2018', ['2018']],
  ])('of %j', (field, tags) => {
    expect(withHeader(field).tags).toEqual(tags);
  });

  test('are not categories where there are tags', () => {
    expect(withHeader('category: blog', 'tags: a').tags).toEqual(['a']);
  });
});

describe('the title', () => {
  test.each([
    ['a number', '---\ntitle: 1.10\n---\n', 'a.md', '1.10'],
    ['the first heading', '# 会の記録\n\nx', 'a.md', '会の記録'],
    ['the name of the file', 'x', '2018-03-12-docker-meetup.md', 'docker meetup'],
    ['the folder of a README', 'x', 'kansai/README.md', 'kansai'],
    ['not a later heading of a higher rank', '### a\n\n# b', 'c.md', 'c'],
  ])('is %s', (_, text, path, title) => {
    expect(read(text, path).title).toBe(title);
  });
});

describe('the date', () => {
  test.each([
    ['of the header', '---\ndate: 2018-03-12\n---\n', '2019-01-01-a.md', '2018-03-12', 'frontmatter'],
    ['of the file', 'x', '2019-01-01-a.md', '2019-01-01', 'filename'],
    ['of the folder', 'x', '2019/01/02/a.md', '2019-01-02', 'filename'],
    ['of the title', '# Lime 201807', 'a.md', '2018-07', 'title'],
  ])('is that %s', (_, text, path, value, source) => {
    expect(read(text, path).date).toMatchObject({ value, source });
  });

  test('that is not readable is a problem', () => {
    expect(withHeader('layout: post', 'date: 2018-13-45').problems).toMatchObject([
      { line: 3, code: 'date-unreadable' },
    ]);
  });

  test('of the meetup is kept apart', () => {
    const { date, meetup } = read('---\ndate: 2019-11-29\n---\n先日2019年11月9日、開催しました。');
    expect([date?.value, meetup.date?.value, meetup.date?.source]).toEqual([
      '2019-11-29',
      '2019-11-09',
      'body',
    ]);
  });
});

describe('templates', () => {
  test.each([
    ['{% include x.html src="a" %}b', 'b'],
    ['{{ "/a" | relative_url }}b', 'b'],
    ['{{< figure src="a" >}}b', 'b'],
    ['a{: .class}', 'a'],
    ['<!--more-->a', 'a'],
    ['`{{ x }}`', '{{ x }}'],
    ['```\n{{ x }}\n```', '{{ x }}'],
    [':::message\na\n:::', 'a'],
  ])('are no text: %j', (text, plain) => {
    expect(read(text).text).toBe(plain);
  });

  test('that embed slides are links to them', () => {
    const { sections } = read(
      lines(
        '## a - @x',
        '{% include slides.html author="x" slide="s" title="題" slideshare="x/s" speakerdeck="x/t" %}',
        '## b - @y',
        '@[speakerdeck](0123abcd)',
      ),
    );
    expect(sections.map(({ slides }) => slides)).toEqual([
      ['https://speakerdeck.com/x/t', 'https://www.slideshare.net/x/s'],
      ['https://speakerdeck.com/player/0123abcd'],
    ]);
  });
});

describe('an event that is mentioned', () => {
  const mention = (line: string, date = '2018-03-12') =>
    read(lines('---', `date: ${date}`, '---', '会の記録です。', '## a', line)).mentioned[0];

  test('has the year in which its day has its weekday', () => {
    const line = '- [体験会 #2](https://x.connpass.com/event/1/) 大阪 1/5(土) 19:00〜21:00';
    expect(mention(line)).toMatchObject({
      date: '2019-01-05',
      start: '19:00',
      end: '21:00',
      place: '大阪',
      yearInferred: true,
    });
  });

  test('keeps the year that it has', () => {
    const line = '[体験会](https://x.connpass.com/event/1/) 2018年4月6日(金) 19時30分';
    expect(mention(line)).toMatchObject({ date: '2018-04-06', start: '19:30', yearInferred: false });
  });

  test('is not the report’s own', () => {
    expect(read('[会 #1](https://x.connpass.com/event/1/) に参加しました。').mentioned).toEqual([]);
  });
});

describe('さん after the name of a speaker', () => {
  const speaker = (line: string) =>
    read(lines('# 箱の会 #1', '', '## 箱の話', '', line)).sections.at(-1)?.speakers[0]?.name;

  test.each([
    ['Speaker: [やっさん](https://example.com/y)', 'やっさん'],
    ['Speaker: [くまさん](https://example.com/k)', 'くまさん'],
    ['Speaker: おっさん', 'おっさん'],
    ['倉庫社のおっさんの登壇、箱について。', 'おっさん'],
  ])('is a part of it in %j', (line, name) => {
    expect(speaker(line)).toBe(name);
  });

  test.each([
    ['Speaker: [田中さん](https://example.com/t)', '田中'],
    ['Speaker: はてなさん', 'はてな'],
    ['Speaker: Mookさん', 'Mook'],
    ['Speaker: @foo さん', null],
    ['倉庫社の田中さんの登壇、箱について。', '田中'],
  ])('is left out of it in %j', (line, name) => {
    expect(speaker(line)).toBe(name);
  });
});

test('what leads up to the name of a meetup is no part of it', () => {
  expect(read('# Notes from the Box Meetup Berlin #5').meetup.series).toBe('Box Meetup Berlin');
});

test('where somebody tells of a talk of theirs, the hashtag names the meetup', () => {
  expect(read('---\ntitle: "#hakoday で型について話してきた"\n---\nx').meetup.series).toBe('hakoday');
  expect(read('---\ntitle: 型について話してきた #hako_day\n---\nx').meetup.series).toBe('hako_day');
  expect(read('---\ntitle: 型について #hako\n---\nx').meetup.series).toBeNull();
});

test('the title of a box is text, its kind is not', () => {
  expect(read(':::message alert\nx\n:::').text).toBe('x');
  expect(read('> [!NOTE]\n> x').text).toBe('x');
  expect(read(':::details 箱の中身\n\nx\n:::').text).toBe('箱の中身\nx');
});

test('drafts are hidden, and a date in "published" hides nothing', () => {
  expect(withHeader('draft: true').hidden).toBe(true);
  expect(withHeader('published: false').hidden).toBe(true);
  expect(withHeader('published: 2018-01-01').hidden).toBe(false);
});

test('notes that are about no meetup have sections and no talks', () => {
  const { sections } = read('# tool\n\n## Usage\n\nx\n\n## Design of it\n\ny\n\n## 使い方\n\nz');
  expect(sections.map(({ isTalk }) => isTalk)).toEqual([false, false, false, false]);
});

test('the account of one talk is a talk as a whole', () => {
  const text =
    '---\ntitle: 箱勉強会で発表してきました\nauthor: hako\n---\n[資料](https://speakerdeck.com/hako/box)です。';
  expect(read(text)).toMatchObject({
    isTalk: true,
    speakers: [{ name: 'hako' }],
    slides: ['https://speakerdeck.com/hako/box'],
  });
});
