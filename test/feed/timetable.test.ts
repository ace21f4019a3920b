/** Timetables as people write them, in both languages: what is a talk in them, and what is none. */
import { describe, expect, test } from '@jest/globals';
import { readDescription } from '../../src/feed/description.ts';
import type { PlannedTalk } from '../../src/port.ts';

const talksIn = (html: string): readonly PlannedTalk[] => readDescription(html).talks;

/** Title, speakers and minutes of the only talk. */
const told = (html: string): unknown => {
  const [talk, ...more] = talksIn(html);
  return talk && more.length === 0 ? [talk.title, talk.speakers, talk.minutes] : talksIn(html);
};

describe('a line is a talk', () => {
  test.each([
    ['19:10 – 19:30 | BuildKit入門 | @alice', ['BuildKit入門', ['@alice'], 20]],
    ['19:10 BuildKit入門 (alice)', ['BuildKit入門', ['alice'], null]],
    ['LT1: コンテナの話 / bob', ['コンテナの話', ['bob'], null]],
    ['LT2 (5分): 監視 / @bob', ['監視', ['@bob'], 5]],
    ['19:10〜19:30 BuildKit入門（山田太郎さん）', ['BuildKit入門', ['山田太郎'], 20]],
    ['１９：１０　「BuildKit入門」　山田太郎さん', ['BuildKit入門', ['山田太郎'], null]],
    ['19:10 山田太郎さん「BuildKit入門」', ['BuildKit入門', ['山田太郎'], null]],
    ['19時10分〜19時30分 BuildKit入門 by alice', ['BuildKit入門', ['alice'], 20]],
    ['19時半から20時 BuildKit入門 (@alice)', ['BuildKit入門', ['@alice'], 30]],
    ['・19:10 - 19:30：「BuildKit入門」 @alice', ['BuildKit入門', ['@alice'], 20]],
    ['19:30 (20min) Docker in production - Carol Smith', ['Docker in production', ['Carol Smith'], 20]],
    ['7:10 pm - 7:40 pm: Docker in production by Carol Smith', ['Docker in production', ['Carol Smith'], 30]],
    ['23:50-00:10 Docker at night (@owl)', ['Docker at night', ['@owl'], 20]],
    ['19:30 公平に入門 / 田中, 佐藤', ['公平に入門', ['田中', '佐藤'], null]],
    ['19:45 Ruby and Java <a href="https://twitter.com/nahi">なひ</a>', ['Ruby and Java', ['なひ'], null]],
  ])('%s', (line, expected) => {
    expect(told(`<ul><li>${line}</li></ul>`)).toEqual(expected);
    expect(told(line)).toEqual(expected);
  });
});

describe('a line is no talk', () => {
  test.each([
    '19:00 受付',
    '19:00 開場 (staff)',
    '20:30 懇親会 / 乾杯',
    '20:00-20:10 休憩 @alice',
    '19:00 - 19:05 Opening (alice)',
    '21:00 Networking / drinks',
    '19:05 会場説明 (株式会社コンテナ)',
    '17:05 - 17:35 講演：北國銀行×アジャイル',
    '7:05 pm - Workshop by our lead teacher',
    '19:10 React / Vue の話',
    '10:00 ハンズオン / Hands-on',
    '20:00 基調講演 / Keynote',
    '19:10 BuildKit入門 (仮)',
    '19:10 タイトル未定 (未定)',
    '発表者は @alice さんです',
    'Docker in production (alice)',
    '2027年3月10日 19:00-21:00 渋谷 (Shibuya)',
    `19:10 ${'とても'.repeat(120)} (alice)`,
  ])('%s', (line) => {
    expect(talksIn(`<p>${line}</p>`)).toEqual([]);
  });
});

describe('a table', () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  test('whose header names its columns is read by them', () => {
    const header = '<tr><th>時間</th><th>発表者</th><th>内容</th></tr>';
    const rows = [
      row('19:00〜', '', '受付'),
      row('19:10〜', 'alice', 'BuildKit入門<br>くわしく'),
      row('19:30〜', '未定', '監視の話'),
      row(
        '19:40〜',
        '<a href="https://connpass.com/user/bob/">bob</a>さん',
        '<a href="https://example.org/">監視の話</a>',
      ),
      row('20:00〜', '全員', '懇親会'),
    ];
    expect(talksIn(`<table>${header}${rows.join('')}</table>`)).toEqual([
      { title: 'BuildKit入門', speakers: ['alice'], minutes: 20 },
      { title: '監視の話', speakers: ['bob'], minutes: 20 },
    ]);
  });

  test('has beginning, end and length in columns of their own', () => {
    const header = row('開始時間', '終了時間', '時間', 'セッション', '登壇者');
    const rows = row(
      '13:10',
      '13:30',
      '0:20',
      'コンテナ',
      '加月宗一郎(@Zuckey_)さん &amp; Keitaro Okamura(@Ke)さん',
    );
    expect(talksIn(`<table>${header}${rows}</table>`)).toEqual([
      { title: 'コンテナ', speakers: ['加月宗一郎', 'Keitaro Okamura'], minutes: 20 },
    ]);
  });

  test('without a header tells a person from a title', () => {
    const rows = [
      row('19:10', '@alice', 'BuildKit入門'),
      row('19:30', '5分', '監視の話', 'bob'),
      row('19:35', '休憩'),
    ];
    expect(talksIn(`<table>${rows.join('')}</table>`)).toEqual([
      { title: 'BuildKit入門', speakers: ['@alice'], minutes: 20 },
      { title: '監視の話', speakers: ['bob'], minutes: 5 },
    ]);
  });

  test('ends its columns with itself', () => {
    const header = row('発表者', 'タイトル');
    expect(talksIn(`<table>${header}${row('alice', 'BuildKit入門')}</table><p>19:00 開場</p>`)).toHaveLength(
      1,
    );
  });
});

test('a talk lasts until the next row, unless that is hours away or the same', () => {
  const minutes = (...lines: readonly string[]): unknown => talksIn(lines.join('\n'))[0]?.minutes;
  expect(minutes('19:10 BuildKit入門 (alice)', 'くわしく', '19:25 休憩')).toBe(15);
  expect(minutes('13:00 BuildKit入門 (alice)', '19:00 懇親会')).toBeNull();
  expect(minutes('13:00 BuildKit入門 (alice)', '13:00 監視の話 (bob)')).toBeNull();
});
