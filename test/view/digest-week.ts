/** A full week to look at: every section has something, and some have more than there is room for. */
import type { Content } from '../../src/digest/content.ts';
import type { DigestShown } from '../../src/view/digest.ts';
import { event, evening, report, setting, since, talk, told } from '../digest/week.ts';

const fresh = '2027-03-05T00:00:00.000Z';

const speaker = (name: string) => ({ name, handle: null, url: null });

const workshop = event({
  id: 'workshop',
  title: 'Kubernetesハンズオン',
  start: evening(5),
  url: 'https://example.org/events/5',
  place: '渋谷',
});

const circle = event({ id: 'circle', title: 'もくもく会', start: evening(12), place: '公民館' });

const happenings = [
  event({
    id: 'night',
    title: 'コンテナの夜 #12',
    start: evening(2),
    end: evening(2).replace('T19', 'T21'),
    url: 'https://example.org/events/12',
    online: 'https://example.org/live',
    place: '秋葉原',
    capacity: 30,
    accepted: 12,
  }),
  { ...workshop, status: 'cancelled' as const },
  { ...circle, start: evening(13) },
  event({ id: 'day', title: '合宿 <春> *2027*', start: '2027-03-27', end: '2027-03-28', inferred: true }),
  ...[20, 21, 22].map((days) => event({ id: `e${days}`, title: `勉強会 ${days}`, start: evening(days) })),
  event({
    id: 'conference',
    title: 'コンテナ会議',
    start: evening(38),
    text: '登壇者を募集しています。',
    place: '大阪',
  }),
  event({ id: 'over', title: 'コンテナの夜 #11', start: evening(-4), url: 'https://example.org/events/11' }),
];

const reports = [
  report({
    id: 'new',
    title: 'Docker Meetup Tokyo #41 に参加した',
    date: '2027-03-03',
    published: '2027-03-05',
    url: 'https://example.org/reports/41',
    talks: 5,
    parts: [
      talk('n1', { title: 'BuildKit入門', speakers: [speaker('山田花子')] }),
      talk('n2', { title: 'rootless', speakers: [speaker('John Doe'), speaker('鈴木一郎')] }),
      talk('n3', { title: 'ネットワーク' }),
    ],
  }),
  report({ id: 'bare', title: '', published: '2027-03-04' }),
  report({
    id: 'older',
    title: 'Go勉強会のレポート',
    series: 'Go勉強会',
    number: 7,
    date: '2027-02-10',
    parts: [
      talk('slides', {
        title: 'Goのスケジューラ',
        speakers: [speaker('佐藤次郎')],
        slides: ['https://speakerdeck.com/scheduler'],
      }),
    ],
  }),
  report({
    id: 'ago',
    title: 'Docker Meetup Tokyo #5',
    date: '2017-03-09',
    url: 'https://example.org/reports/5',
    talks: 1,
    parts: [talk('a1', { title: 'はじめてのDocker', speakers: [speaker('田中')] })],
  }),
];

const knownSince = new Map([
  ['event night', fresh],
  ['event day', fresh],
  ['slides slides', fresh],
]);

/** What was told a week before. */
const before = [told({ happenings: [workshop, circle] }, { now: since })];

export const fullWeek: Content = told({ happenings, reports, knownSince }, { before });

/** Nothing is new, and something comes in five weeks. */
export const emptyWeek: Content = told({
  happenings: [
    event({ id: 'far', title: '春の勉強会', start: evening(33), url: 'https://example.org/spring' }),
  ],
});

/** What an event reminds of, in a week without an anniversary. */
export const remindedWeek: Content = told({
  happenings: [event({ id: 'e', title: 'Goの夜', start: evening(2) })],
  reports: reports.filter(({ id }) => id === 'older'),
  reminds: new Map([['e', { id: 'slides', report: { id: 'older', title: '' } }]]),
});

export const shownAs = (content: Content, facts: Partial<DigestShown> = {}): DigestShown => ({
  key: 'digest 2027-W10 slack T01 C01',
  content,
  locale: 'ja',
  community: 'Docker Meetup Tokyo',
  period: '2027-W10',
  day: '2027-03-08',
  zone: setting.zone ?? '',
  mention: null,
  ...facts,
});
