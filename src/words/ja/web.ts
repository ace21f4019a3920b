/** What only the pages in a browser say. */
import type { Words } from '../en.ts';
import { digest } from './web-digest.ts';
import { event } from './web-event.ts';

export const web: Words['web'] = {
  about: '勉強会のレポートを発表ごとに。これからの予定も。',
  skip: '本文へ',
  navigation: 'ページ',
  place: {
    reports: 'レポート',
    speakers: '登壇者',
    series: 'シリーズ',
    tags: 'タグ',
    events: '予定',
    digests: 'まとめ',
  },
  search: '検索',
  searchHint: '発表、登壇者、言葉…',
  feed: 'フィード（Atom）',
  all: (total) => `レポート一覧（${total}件）`,
  pages: '一覧の続き',
  newer: '前へ',
  older: (left) => `続き（あと${left}件）`,
  picture: '画像',
  table: '表',
  noTags: 'タグのついたレポートはまだありません。',
  tag: (name) => `タグ: ${name}`,
  contents: '発表',
  permalink: 'ここへのリンク',
  beside: 'このシリーズ',
  before: (title) => `前回: ${title}`,
  after: (title) => `次回: ${title}`,
  allComing: 'これからの予定をすべて見る',
  zone: (zone) => `時刻は現地時間（${zone}）です。`,
  footnotes: { title: '脚注', back: '本文へ戻る' },
  notFound: 'そのページはありません。',
  notFoundHint: '移動したのかもしれません。上の検索で探せます。',
  waiting: 'レポートを読み込んでいます。このページは自動で開きます。',
  event,
  digest,
};
