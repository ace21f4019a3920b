import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { draftPath, writeDraft } from '../../src/content/draft.ts';
import type { Happening, PlannedTalk, Presentation } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import { lines, read } from './context.ts';

const event: Happening = {
  id: 'night',
  title: 'コンテナの夜 #12',
  start: '2027-03-10T19:00:00+09:00',
  end: '2027-03-10T21:00:00+09:00',
  zone: 'Asia/Tokyo',
  place: '中央公民館（大阪）',
  address: null,
  online: null,
  url: 'https://docker.connpass.com/event/123/',
  status: 'scheduled',
  sources: [],
  series: 'コンテナの夜',
  number: 12,
  tags: ['docker'],
  capacity: null,
  accepted: null,
  waiting: null,
  talks: [
    { title: 'BuildKit入門', speakers: ['山田花子'], minutes: 20 },
    { title: 'How to write Dockerfiles', speakers: ['@bob', 'Carol Smith'], minutes: null },
    { title: 'Foo by Bar', speakers: [], minutes: null },
  ],
  text: '',
  inferred: false,
  keys: [],
  provenance: {},
  conflicts: [],
  sequence: 0,
};

const presentations: readonly Presentation[] = [
  { title: 'BuildKit 入門', url: 'https://example.org/my.pdf', speaker: 'hanako' },
  { title: 'My slides', url: 'https://speakerdeck.com/bob/y', speaker: 'bob' },
  { title: 'Foo by Bar', url: 'https://youtu.be/abc', speaker: 'Zoe' },
  { title: '飛び入りの話です', url: 'https://speakerdeck.com/zed/z', speaker: 'Zed' },
];

const talksIn = (text: string) =>
  read(text, draftPath(event))
    .sections.filter(({ isTalk }) => isTalk)
    .map(({ title, speakers, slides }) => ({
      title,
      speakers: speakers.map(({ name, handle }) => name ?? `@${handle}`),
      slides,
    }));

const withTalks = (talks: readonly PlannedTalk[]): Happening => ({ ...event, talks });

describe('a draft of a report', () => {
  test('is a page to be filled in', () => {
    const { title, url, talks } = event;
    const small = { ...event, tags: [], series: null, talks: talks.slice(0, 1) };
    expect(writeDraft(small, presentations.slice(0, 1), { locale: 'en' })).toBe(
      lines(
        '---',
        `title: "${title} report"`,
        'date: "2027-03-10"',
        'event_date: "2027-03-10"',
        `event_url: "${url}"`,
        'number: 12',
        'place: "中央公民館（大阪）"',
        'draft: true',
        '---',
        '',
        'Date: 2027-03-10 19:00–21:00',
        '',
        'Venue: 中央公民館（大阪）',
        '',
        `Event page: [${title}](${url})`,
        '',
        `${words.en.draft.howTo} \`draft: true\``,
        '',
        `*${words.en.draft.happened}*`,
        '',
        '## Talk 1: BuildKit入門',
        '',
        'Speaker: 山田花子',
        '',
        'Slides: <https://example.org/my.pdf>',
        '',
        `*${words.en.draft.noted}*`,
        '',
        '## Impressions',
        '',
        `*${words.en.draft.impression}*`,
        '',
        '## Links',
        '',
        `*${words.en.draft.linked}*`,
        '',
      ),
    );
  });

  test.each(['ja', 'en'] as const)('in %s is read with all that was known of the event', (locale) => {
    const text = writeDraft(event, presentations, { locale });
    const report = read(text, draftPath(event));
    const held = { value: '2027-03-10', precision: 'day', source: 'frontmatter' };
    expect(report).toMatchObject({
      title: words[locale].draft.title(event.title),
      date: held,
      meetup: { date: held, series: 'コンテナの夜', number: 12, city: '大阪', url: event.url },
      tags: ['docker'],
      hidden: true,
      mentioned: [],
      problems: [],
    });
    expect(talksIn(text)).toEqual([
      { title: 'BuildKit入門', speakers: ['山田花子'], slides: ['https://example.org/my.pdf'] },
      {
        title: 'How to write Dockerfiles',
        speakers: ['@bob', 'Carol Smith'],
        slides: ['https://speakerdeck.com/bob/y'],
      },
      { title: 'Foo by Bar', speakers: ['Zoe'], slides: [] },
      { title: '飛び入りの話です', speakers: ['Zed'], slides: ['https://speakerdeck.com/zed/z'] },
    ]);
    expect(report.links).toContain('https://youtu.be/abc');
  });

  test.each(['ja', 'en'] as const)('in %s has nothing in its prompts that is taken for a talk', (locale) => {
    const text = writeDraft(withTalks([]), [], { locale });
    expect(talksIn(text)).toEqual([]);
    expect(read(text)).toMatchObject({ isTalk: false, mentioned: [], slides: [] });
  });

  test('is shown as soon as nothing says that it is one', () => {
    const text = writeDraft(event, [], { locale: 'ja' });
    expect(read(text.replace('draft: true\n', '')).hidden).toBe(false);
  });

  test('of an event whose talks nobody announced has those whose slides are there', () => {
    const text = writeDraft(withTalks([]), presentations, { locale: 'ja' });
    expect(talksIn(text).map(({ title }) => title)).toEqual(['My slides', '飛び入りの話です']);
    expect(read(text).links).toEqual(expect.arrayContaining(presentations.map(({ url }) => url)));
  });

  test('links to the web alone', () => {
    const bad = [{ title: 'x', url: 'javascript:alert(1)', speaker: null }];
    const text = writeDraft({ ...event, url: 'file:///etc/passwd' }, bad, { locale: 'en' });
    expect(text).not.toMatch(/\]\((?!https?:)|javascript:/u);
  });

  test.each([
    ['2027-03-10', null, '2027-03-10'],
    ['2027-03-10', '2027-03-12', '2027-03-10 – 2027-03-12'],
    ['2027-03-10T22:00:00+09:00', '2027-03-11T01:00:00+09:00', '2027-03-10 22:00 – 2027-03-11 01:00'],
  ])('of what went from %s to %s says so', (start, end, said) => {
    const text = writeDraft({ ...event, start, end }, [], { locale: 'en' });
    expect(text).toContain(`Date: ${said}\n`);
    expect(read(text).meetup.date?.value).toBe('2027-03-10');
  });

  test('knows the series and the number that the title does not say', () => {
    const text = writeDraft({ ...event, title: '春の特別編' }, [], { locale: 'ja' });
    expect(read(text).meetup).toMatchObject({ series: 'コンテナの夜', number: 12 });
  });

  test.each(['CI / CD by example', 'Docker - the good parts', '『本』を読む', 'Alice: a story', 'LT'])(
    'has the talk %j under its own title',
    (title) => {
      const talk = { title, speakers: ['Bob'], minutes: null };
      const text = writeDraft(withTalks([talk]), [], { locale: 'en' });
      expect(talksIn(text)).toEqual([{ title, speakers: ['Bob'], slides: [] }]);
    },
  );

  test('stands among the reports of its day', () => {
    expect(draftPath(event)).toBe('reports/2027-03-10-コンテナの夜-12.md');
  });
});

describe('titles and speakers of a draft', () => {
  /** Hashtags at the end are never part of a title, and what stands behind ` / ` is taken for where someone works. */
  const part = fc.constantFrom(
    ...'BuildKit 入門 by Bar - CI/CD : | LT LT1 @bob さん (仮) How to オープニング 休憩 Keynote 1. 13:00 # 🎉 \\'.split(
      ' ',
    ),
    ...'「x」 『y』 "z" {{a}} {#id} {:.c} {%b%} <b> ** _ `c` &amp; [x](https://example.org) https://example.org'.split(
      ' ',
    ),
  );
  const title = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(' '))
    .filter((text) => /[\p{L}\p{N}]/u.test(text.replace(/\(仮\)/gu, '')));
  const person = fc.constantFrom('山田花子', '@bob', 'Carol Smith', '佐藤 健', 'd_ave', 'やっさん');

  test('are read as they are, whatever the title says', () => {
    const talk = fc.record({
      title,
      speakers: fc.uniqueArray(person, { maxLength: 3 }),
      minutes: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.array(talk, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('ja', 'en'),
        (talks, locale) => {
          const text = writeDraft(withTalks(talks), [], { locale });
          expect(talksIn(text).map(({ title: found, speakers }) => ({ title: found, speakers }))).toEqual(
            talks.map((each) => ({ title: each.title, speakers: each.speakers })),
          );
          expect(text).not.toMatch(/\{[{%]/u);
        },
      ),
      { numRuns: 100 },
    );
  });
});
