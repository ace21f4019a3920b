/** What a digest looks like. */
import { describe, expect, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import type { DigestPreview, Locale, View } from '../../src/port.ts';
import { digestSummary, digestView, emptyView } from '../../src/view/digest.ts';
import { moreView } from '../../src/view/digest-more.ts';
import { previewText, previewView } from '../../src/view/digest-preview.ts';
import type { PreviewShown } from '../../src/view/digest-preview.ts';
import { viewText } from '../../src/view/text.ts';
import { words } from '../../src/words/index.ts';
import { now, told } from '../digest/week.ts';
import { expectGolden } from '../golden.ts';
import { emptyWeek, fullWeek, remindedWeek, shownAs } from './digest-week.ts';

const mention = { id: 'S01', name: 'members' };

function previewOf(locale: Locale, facts: Partial<DigestPreview> = {}): PreviewShown {
  const { view, details } = digestSummary(shownAs(fullWeek, { locale, mention }));
  return {
    preview: {
      channel: '#general',
      period: '2027-W10',
      at: now,
      skipped: null,
      items: fullWeek.candidates,
      view,
      details,
      locale,
      ...facts,
    },
    zone: 'Asia/Tokyo',
    measured: [
      { of: 'characters', used: 2310, most: 4000 },
      { of: 'blocks', used: 51, most: 50 },
    ],
    trouble: null,
  };
}

const pausedPreview = (locale: Locale): PreviewShown => ({
  ...previewOf(locale, {
    skipped: 'paused',
    items: [],
    view: { body: { type: 'root', children: [] }, next: [] },
    details: null,
  }),
  measured: [],
  trouble: 'not_in_channel',
});

describe.each(['ja', 'en'] as const)('in %s', (locale) => {
  const tongue = { words: words[locale], locale };
  const full = shownAs(fullWeek, { locale, mention });
  const { view, details } = digestSummary(full);

  const scenes: readonly (readonly [name: string, view: View])[] = [
    ['digest', digestView(full)],
    ['digest-summary', view],
    ['digest-details', details],
    ['digest-reminds', digestView(shownAs(remindedWeek, { locale, community: null, period: '2027-03-08' }))],
    ['digest-empty', emptyView(shownAs(emptyWeek, { locale, mention }))],
    ['digest-more', moreView('events', { ...fullWeek, beyond: { events: 40 } }, tongue)],
    ['digest-more-nothing', moreView('reports', emptyWeek, tongue)],
    ['digest-preview', previewView(previewOf(locale), tongue)],
    ['digest-preview-paused', previewView(pausedPreview(locale), tongue)],
  ];

  test.each(scenes)('%s', (name, each) => {
    expectGolden(each, name, locale);
    expect(viewText(each.body, locale)).not.toMatch(/undefined|null|NaN/);
  });
});

/** Every node of a tree. */
const nodesIn = (node: Nodes): readonly Nodes[] =>
  'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node];

const mentionsIn = ({ body }: View) => nodesIn(body).filter(({ type }) => type === 'mention');

describe('who is notified', () => {
  const shown = shownAs(fullWeek, { mention });

  test('is the one role, once', () => {
    const role = [{ type: 'mention', of: 'role', ...mention }];
    expect(mentionsIn(digestView(shown))).toEqual(role);
    expect(mentionsIn(digestSummary(shown).view)).toEqual(role);
  });

  test('is nobody where nobody is wished to be, in a thread, and where nothing is new', () => {
    expect(mentionsIn(digestView(shownAs(fullWeek)))).toEqual([]);
    expect(mentionsIn(digestSummary(shown).details)).toEqual([]);
    expect(mentionsIn(emptyView(shown))).toEqual([]);
  });

  test('is nobody of a preview, which says who it would be', () => {
    const view = previewView(previewOf('en'), { words: words.en, locale: 'en' });
    expect(mentionsIn(view)).toEqual([]);
    expect(viewText(view.body, 'en')).toContain('@members');
  });
});

test('what people wrote stays text', () => {
  const texts = nodesIn(digestView(shownAs(fullWeek)).body).flatMap((node) =>
    node.type === 'text' ? [node.value] : [],
  );
  expect(texts).toContain('合宿 <春> *2027*');
});

test('times are times, so that each reads their own', () => {
  const times = nodesIn(digestView(shownAs(fullWeek)).body).flatMap((node) =>
    node.type === 'time' ? [node.value] : [],
  );
  expect(times).toContain('2027-03-10T19:00:00+09:00');
  expect(times).toContain('2027-03-27');
});

test('a link that leads nowhere safe is none', () => {
  const unsafe = fullWeek.candidates.map((each) =>
    each.kind === 'reports' ? { ...each, report: { ...each.report, url: 'javascript:alert(1)' } } : each,
  );
  const { body } = digestView(shownAs({ ...fullWeek, candidates: unsafe }));
  const urls = nodesIn(body).flatMap((node) => (node.type === 'link' ? [node.url] : []));
  expect(urls.length).toBeGreaterThan(0);
  expect(urls.filter((url) => !url.startsWith('https://'))).toEqual([]);
});

test.each([
  ['2027-W10', '2027-03-08', '3月8日の週のまとめ'],
  ['2027-W10', '2027-03-12', '3月8日の週のまとめ'],
  ['2027-W10', '2027-03-14', '3月8日の週のまとめ'],
  ['2026-W53', '2027-01-01', '12月28日の週のまとめ'],
  ['2027-03-12', '2027-03-12', '3月12日のまとめ'],
])('the digest %s of %s is called %s', (period, day, title) => {
  const { body } = digestView(shownAs(fullWeek, { period, day, community: null }));
  expect(viewText({ type: 'root', children: body.children.slice(0, 1) }, 'ja')).toBe(title);
});

describe('what there was no room for', () => {
  test('is behind a button that says how much it is and which digest it is of', () => {
    expect(digestView(shownAs(fullWeek, { locale: 'en' })).next).toEqual([
      {
        label: '+2 more events',
        command: 'digest-more',
        input: 'section:events digest 2027-W10 slack T01 C01',
      },
      { label: 'Search', command: 'search', input: '', form: true },
    ]);
  });

  test('is counted where it is not kept either', () => {
    const [button] = digestView(shownAs({ ...fullWeek, beyond: { events: 40 } }, { locale: 'en' })).next;
    expect(button?.label).toBe('+42 more events');
  });

  test('has no button where all is said', () => {
    expect(digestSummary(shownAs(remindedWeek)).details.next).toEqual([]);
  });
});

test('an empty digest that knows of no event says so alone', () => {
  const { body } = emptyView(shownAs(told({})));
  expect(viewText(body, 'ja').split('\n').filter(Boolean)).toEqual([
    'Docker Meetup Tokyo 3月8日の週のまとめ',
    '今回、新しいことはありません。',
  ]);
});

test('a preview as text has both messages', () => {
  const text = previewText(previewOf('en').preview);
  expect(text).toContain('5 events');
  expect(text).toContain('BuildKit入門 (山田花子)');
});
