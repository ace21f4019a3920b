/** What is offered while one types: each option that offers something, and what is never offered. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createBot } from '../../src/bot.ts';
import type { Bot, Call, Locale, View } from '../../src/port.ts';
import { now, open } from '../search/shelf.ts';
import { person, place } from '../world.ts';

const report = (title: string, header: string, ...talks: readonly string[]): string =>
  [`---\ntitle: ${title}\n${header}\n---`, ...talks.map((talk) => `## ${talk}\n\n本文`)].join('\n\n');

const event = (title: string, ...header: readonly string[]): string =>
  ['---', `title: ${title}`, ...header, '---', ''].join('\n');

const long = 'あ'.repeat(101);

const files = {
  'community.md': '---\npeople:\n  - { names: [himitsu], hidden: true }\n---\n',
  'a.md': report(
    'Docker Meetup Tokyo #1',
    'date: 2018-01-01\nseries: Docker Meetup Tokyo\ntags: [Docker, 監視]',
    '箱の話 - 前佛 雅人 (@zembutsu)',
    '紐の話 - @himitsu',
  ),
  'b.md': report(
    'Docker Meetup Tokyo #2 の記録',
    'date: 2019-01-01\nseries: Docker Meetup Tokyo\ntags: [docker, container]',
    '底の話 - @zembutsu',
    '角の話 - @dodo',
  ),
  'c.md': report('コンテナの監視', 'date: 2020-01-01\ntags: [docker]', 'ふたの話 - @dodo'),
  'd.md': report(long, `date: 2021-01-01\nseries: ${long}\ntags: [${long}]`),
  'e.md': report('下書き', 'draft: true\ntags: [draft]\nseries: Draft Night', '裏の話 - @draftman'),
  'events/1.md': event(
    '港の会',
    'start: 2026-12-01 19:00',
    'place: 大阪 梅田',
    'series: Whale Night',
    'tags: [k8s]',
  ),
  'events/2.md': event('海の会', 'start: 2026-12-02 19:00', 'place: 東京', 'tags: [K8s, docker]'),
  'events/3.md': event('丘の会', 'start: 2026-12-03 19:00', 'place: 大阪 梅田'),
  'events/4.md': event('夏の会', 'start: 2027-07-01 19:00', 'place: 沖縄'),
};

/** A bot over such files, in memory. */
async function botOver(contents: Readonly<Record<string, string>>): Promise<Bot> {
  const { library } = await open(contents);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return createBot({ community: async () => ({ library }), now: () => now, log, newId: () => '1' });
}

interface Typed {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

const offerOf = (bot: Bot, { command, option, typed }: Typed, locale: Locale = 'en') =>
  bot.suggest({ command, input: { [option]: typed }, place, person, locale, id: '1' }, option);

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(files);
});

const values = async (command: string, option: string, typed: string): Promise<readonly string[]> =>
  (await offerOf(bot, { command, option, typed })).map(({ value }) => value);

const ofSearch = (typed: string, locale?: Locale) =>
  offerOf(bot, { command: 'search', option: 'text', typed }, locale);

const answer = (command: string, input: Call['input'], by = bot): Promise<View> =>
  by.answer({ command, input, place, person, locale: 'en', id: '1' });

const [first, second] = ['"Docker Meetup Tokyo #1"', '"Docker Meetup Tokyo #2 の記録"'];

describe('a search that is being typed', () => {
  test.each([
    [
      'a series by its name, speakers and tags as filters, most used first',
      'do',
      ['tag:docker', 'Docker Meetup Tokyo', 'speaker:dodo', second, first, 'Docker'],
    ],
    [
      'the words before are kept',
      'buildkit 速い doc',
      [
        'buildkit 速い tag:docker',
        'buildkit 速い Docker Meetup Tokyo',
        `buildkit 速い ${second}`,
        `buildkit 速い ${first}`,
        'buildkit 速い Docker',
      ],
    ],
    [
      'as many words count as a name begins with',
      'buildkit docker m',
      ['buildkit Docker Meetup Tokyo', `buildkit ${second}`, `buildkit ${first}`],
    ],
    ['any word of a name', 'toky', ['Docker Meetup Tokyo', second, first, 'Tokyo']],
    ['a Japanese name', '前佛', ['speaker:前佛雅人']],
    ['its second part', '雅', ['speaker:前佛雅人']],
    ['a handle finds the one who bears it', '@ZEM', ['speaker:前佛雅人']],
    ['full width and case do not matter', 'ＣＯＮＴ', ['tag:container']],
    ['a Japanese tag, title and word', '監', ['tag:監視', '"コンテナの監視"', '監視']],
    ['a title from its beginning', 'コンテナの', ['"コンテナの監視"']],
    ['a talk', '箱', ['"箱の話"']],
    ['a word as people write it, behind what is joined to it', 'x-meet', ['x-Meetup']],
    ['a katakana word', 'コンテ', ['"コンテナの監視"', 'コンテナ']],
    ['within a filter its values alone', 'buildkit tag:do', ['buildkit tag:docker']],
    ['of speakers', 'speaker:do', ['speaker:dodo']],
    ['of series, quoted as well', 'series:"docker m', ['series:dockermeetuptokyo']],
    ['of kinds', 'type:', ['type:talk', 'type:section', 'type:report', 'type:event']],
    ['that begin so', '箱 type:t', ['箱 type:talk']],
    [
      'all values where the filter has none yet',
      '箱 tag:',
      ['箱 tag:docker', '箱 tag:container', '箱 tag:監視'],
    ],
  ])('%s: %s', async (_, typed, expected) => {
    expect(await values('search', 'text', typed)).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    'docker ',
    '"docker',
    'docker "meetup t',
    '!?',
    'zzyzx',
    'year:20',
    'himi',
    'speaker:himi',
    'draft',
    'あああ',
  ])('nothing for %j', async (typed) => {
    expect(await values('search', 'text', typed)).toEqual([]);
  });

  test('labels say what it is, in the person’s language', async () => {
    const labels = async (locale: Locale, typed: string) =>
      (await ofSearch(typed, locale)).map(({ label }) => label);
    expect(await labels('en', 'do')).toEqual([
      'docker (tag)',
      'Docker Meetup Tokyo (series)',
      'dodo (speaker)',
      'Docker Meetup Tokyo #2 の記録 (report)',
      'Docker Meetup Tokyo #1 (report)',
      'Docker (word)',
    ]);
    expect(await labels('ja', 'do')).toEqual([
      'docker（タグ）',
      'Docker Meetup Tokyo（シリーズ）',
      'dodo（登壇者）',
      'Docker Meetup Tokyo #2 の記録（レポート）',
      'Docker Meetup Tokyo #1（レポート）',
      'Docker（言葉）',
    ]);
    expect(await labels('ja', '箱')).toEqual(['箱の話（発表）']);
    expect(await labels('ja', 'type:t')).toEqual(['talk — 発表']);
  });

  test('what is chosen is understood, and finds something', async () => {
    const all = await Promise.all(['do', '前', '監', 'type:t', 'series:d'].map((typed) => ofSearch(typed)));
    const chosen = all.flat();
    expect(chosen).toHaveLength(12);
    for (const { value } of chosen) {
      const view = await answer('search', value);
      expect([value, view.data]).toEqual([
        value,
        expect.objectContaining({ hits: expect.arrayContaining([expect.anything()]) }),
      ]);
    }
  });
});

describe('titles and words', () => {
  test('a title that is chosen finds that talk first', async () => {
    const many = await botOver({
      'a.md': report(
        '港の記録',
        'date: 2018-01-01',
        'Rancherの話 - @umi',
        'Rancherの話 その後 - @umi',
        'rancher 2.0 - @umi',
      ),
      'b.md': report('Rancherの話を聞いた', 'date: 2019-01-01\ntags: [rancher]', '"Rancher"と呼ぶ - @umi'),
    });
    const offered = await offerOf(many, { command: 'search', option: 'text', typed: 'ranch' });
    const titles = offered.filter(({ label }) => /\((?:talk|report)\)$/u.test(label));
    expect(titles).toHaveLength(5);
    for (const { label, value } of titles) {
      const { data } = await answer('search', value, many);
      expect([value, (data as { hits: readonly { title: string }[] }).hits[0]?.title]).toEqual([
        value,
        label.replace(/ \([a-z]+\)$/u, ''),
      ]);
    }
  });

  test('those that begin so come before those with a word that does, then the newest', async () => {
    const world = await botOver({
      'a.md': report('記録', 'date: 2018-01-01', '小さなBuildKit - @umi', 'BuildKitの話 - @umi'),
      'b.md': report('記録その二', 'date: 2019-01-01', '大きなBuildKit - @umi'),
    });
    const offered = await offerOf(world, { command: 'search', option: 'text', typed: 'buildk' });
    expect(offered.map(({ label }) => label)).toEqual([
      'BuildKitの話 (talk)',
      '大きなBuildKit (talk)',
      '小さなBuildKit (talk)',
      'BuildKit (word)',
    ]);
  });

  test('no word of a draft, nor a name of who is not to be found, nor a title with it', async () => {
    const world = await botOver({
      'community.md': files['community.md'],
      'a.md': report('下書き', 'draft: true', 'kakushita - @umi'),
      'b.md': report('記録', 'date: 2018-01-01', 'himitsu の話 - @himitsu', 'hiroba - @umi'),
    });
    const typed = async (text: string) => offerOf(world, { command: 'search', option: 'text', typed: text });
    expect(await typed('kaku')).toEqual([]);
    expect(await typed('himi')).toEqual([]);
    expect((await typed('hi')).map(({ value }) => value)).toEqual(['hiroba']);
  });

  test('at most ten titles, and five words, the most used first', async () => {
    const words = ['xsa', 'xsb', 'xsc', 'xsd', 'xse', 'xsf'];
    const crowd = words.map((_, at) => [
      `${at}.md`,
      report(
        `記録${at}`,
        'date: 2018-01-01',
        ...words.slice(0, at + 1).map((word) => `${word} ${at} - @umi`),
      ),
    ]);
    const world = await botOver(Object.fromEntries(crowd));
    const offered = await offerOf(world, { command: 'search', option: 'text', typed: 'xs' });
    expect(offered.filter(({ label }) => label.endsWith('(talk)'))).toHaveLength(10);
    expect(offered.slice(10).map(({ value }) => value)).toEqual(words.slice(0, 5));
  });

  test('what has changed is offered at once', async () => {
    const { library, folder: changing } = await open({
      'a.md': report('記録', 'date: 2018-01-01', 'Rancherの話 - @umi'),
    });
    const titlesOf = async () => await library.completions({ title: 'ranch', word: 'ranch' });
    expect(await titlesOf()).toEqual({
      titles: [{ kind: 'talk', title: 'Rancherの話' }],
      words: ['Rancher'],
    });
    changing.files.set('a.md', report('記録', 'date: 2018-01-01', 'rancher と ranchu - @umi'));
    await library.sync();
    expect(await titlesOf()).toEqual({
      titles: [{ kind: 'talk', title: 'rancher と ranchu' }],
      words: ['rancher', 'ranchu'],
    });
  });
});

describe('other options', () => {
  test.each([
    ['report', 'name', 'doc', ['Docker Meetup Tokyo #2 の記録', 'Docker Meetup Tokyo #1']],
    ['report', 'name', 'ＴＯＫＹＯ #1', ['Docker Meetup Tokyo #1']],
    ['report', 'name', '監視', ['コンテナの監視']],
    [
      'report',
      'name',
      '',
      [
        expect.stringMatching(/^[a-z0-9]{10}$/),
        'コンテナの監視',
        'Docker Meetup Tokyo #2 の記録',
        'Docker Meetup Tokyo #1',
      ],
    ],
    ['report', 'name', '下', []],
    ['speaker', 'name', 'zem', ['前佛雅人']],
    ['speaker', 'name', 'himi', []],
    ['series', 'name', 'meet', ['dockermeetuptokyo']],
    ['upcoming', 'place', '', ['大阪 梅田', '東京']],
    ['upcoming', 'place', '梅', ['大阪 梅田']],
    ['upcoming', 'place', '沖', []],
    ['upcoming', 'series', 'ｗｈ', ['Whale Night']],
    ['upcoming', 'tag', 'k', ['k8s']],
    ['upcoming', 'tag', 'zzyzx', []],
    ['help', 'topic', 'se', ['search', 'series', 'settings']],
    ['help', 'topic', 'sha', []],
  ])('%s %s:%s', async (command, option, typed, expected) => {
    expect(await values(command, option, typed)).toEqual(expected);
  });

  test('commands are offered by what the language calls them, with what they do', async () => {
    expect(await offerOf(bot, { command: 'help', option: 'topic', typed: '予' }, 'ja')).toEqual([
      { label: 'upcoming — これからのイベント', value: 'upcoming' },
    ]);
  });

  test('the title of a report that is offered opens that report, however much more another says of it', async () => {
    const memos = await botOver({
      'a.md': report('港のXSS メモ', 'date: 2016-01-01'),
      'b.md': report('港のXSS 集い #2 メモ', 'date: 2017-01-01\nseries: 港のXSS\ntags: [港のXSS, メモ]'),
    });
    const titles = await offerOf(memos, { command: 'report', option: 'name', typed: '港' });
    expect(titles).toHaveLength(2);
    for (const { value } of titles) {
      const view = await answer('report', { name: value }, memos);
      expect(view.data).toMatchObject({ report: { title: value } });
    }
  });
});

describe('what is offered', () => {
  test('is the first that comes, where nothing comes within weeks', async () => {
    const later = await botOver({ 'events/4.md': files['events/4.md'] });
    expect(await offerOf(later, { command: 'upcoming', option: 'place', typed: '沖' })).toEqual([
      { label: '沖縄', value: '沖縄' },
    ]);
  });

  test('is at most 25, each once', async () => {
    const many = Array.from({ length: 40 }, (_, at) => [
      `${at}.md`,
      report('同じ題', `tags: [t${at}]`, `話${at} - @t${at}`),
    ]);
    const crowded = await botOver(Object.fromEntries(many));
    const found = await offerOf(crowded, { command: 'search', option: 'text', typed: 't' });
    expect(new Set(found.map(({ value }) => value)).size).toBe(25);
    expect(found).toHaveLength(25);
  });

  test('is told apart by its date, and known by its id, where several are called the same', async () => {
    const twins = await botOver({
      'a.md': report('同じ題', 'date: 2018-01-01', '箱の話'),
      'b.md': report('同じ題', 'date: 2019-01-01', '紐の話'),
    });
    const offered = await offerOf(twins, { command: 'report', option: 'name', typed: '同じ' });
    expect(offered.map(({ label }) => label)).toEqual(['同じ題 (2019-01-01)', '同じ題 (2018-01-01)']);
    for (const [at, date] of ['2019-01-01', '2018-01-01'].entries()) {
      const view = await answer('report', { name: offered[at]?.value ?? '' }, twins);
      expect(view.data).toMatchObject({ report: { date: { value: date } } });
    }
  });

  test('may be a report whose title is longer than what can be sent', async () => {
    const [{ label, value } = { label: '', value: '' }] = await offerOf(bot, {
      command: 'report',
      option: 'name',
      typed: 'あああ',
    });
    expect([label, value.length]).toEqual([long, 10]);
    expect((await answer('report', { name: value })).data).toMatchObject({ report: { title: long } });
  });

  test('may be an event, once however often it happens', async () => {
    const weekly = await botOver({
      'events/1.md': event('もくもく会', 'start: 2026-12-01 19:00', 'repeat: every Tuesday'),
    });
    const offered = await offerOf(weekly, { command: 'search', option: 'text', typed: 'もく' });
    expect(offered).toEqual([{ label: 'もくもく会 (event)', value: '"もくもく会"' }]);
    expect((await answer('search', { text: '"もくもく会"' }, weekly)).data).toMatchObject({
      hits: [{ kind: 'event', title: 'もくもく会' }],
    });
  });
});
