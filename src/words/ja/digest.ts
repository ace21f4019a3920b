/** What a digest says, and what organisers read beside it before it is posted. */
import type { Words } from '../en.ts';
import { digestPreview } from './digest-preview.ts';

export const digest: Words['digest'] = {
  preview: digestPreview,
  title: {
    week: (when) => `${when}の週のまとめ`,
    day: (when) => `${when}のまとめ`,
  },
  titleOf: (community, title) => `${community} ${title}`,
  section: {
    events: 'イベント',
    reports: '新しいレポート',
    slides: '公開されたスライド',
    calls: '募集',
    archive: 'アーカイブから',
  },
  mark: { new: '新着', moved: '日時変更', cancelled: '中止' },
  moved: '変更前：',
  talk: (title, speakers) => (speakers === '' ? title : `${title}（${speakers}）`),
  comma: '、',
  wanted: {
    speakers: ['', 'では、発表してくれる人を探しています。話してみませんか？'],
    report: ['', 'のレポートがまだありません。参加した方、書いてみませんか？'],
  },
  years: (years) => `${years}年前の今週：`,
  reminds: (event) => `「${event}」にちなんで：`,
  count: {
    events: (count) => `イベント${count}件`,
    reports: (count) => `新しいレポート${count}件`,
    slides: (count) => `公開されたスライド${count}件`,
    calls: (count) => `募集${count}件`,
    archive: (count) => `アーカイブから${count}件`,
  },
  marked: {
    new: (count) => `新着${count}`,
    moved: (count) => `日時変更${count}`,
    cancelled: (count) => `中止${count}`,
  },
  andMore: 'ほか',
  details: 'くわしくはスレッドで。',
  more: {
    events: (count) => `ほかのイベント（+${count}件）`,
    reports: (count) => `ほかのレポート（+${count}件）`,
    slides: (count) => `ほかのスライド（+${count}件）`,
    calls: (count) => `ほかの募集（+${count}件）`,
    archive: (count) => `ほかのアーカイブ（+${count}件）`,
  },
  search: '検索',
  beyond: (count) => `ほかに${count}件あります。`,
  nothingOf: 'このまとめにはありません。',
  empty: '今回、新しいことはありません。',
  next: '次のイベント：',
};
