/** What the pages of events say. */
import type { Words } from '../en.ts';

export const event: Words['web']['event'] = {
  label: {
    when: '日時',
    where: '会場',
    stream: '配信',
    seats: '席',
    series: 'シリーズ',
    registration: '申し込み',
    announced: '案内元',
    report: 'レポート',
  },
  sources: { files: 'このコミュニティ', reports: 'レポート' },
  cancelled: 'このイベントは中止になりました。',
  disagree: '案内によって時刻が違います。お出かけの前に確かめてください。',
  about: '内容',
  shown: 'スライドと録画',
  of: 'イベント',
  every: 'すべての予定',
  titled: (names) => `これからの予定: ${names}`,
  noneOf: 'あてはまる予定はありません。',
  coming: (count) => `これからの予定（${count}件）`,
  subscribe: '購読する',
  calendar: (name) => `予定: ${name}`,
  open: 'カレンダーアプリで開く',
  how: 'リンクはカレンダーアプリで開きます。Googleは「他のカレンダー」の「URLで追加」、Outlookは「予定表の追加」の「Webから購読」に、アドレスを入れてください。',
};
