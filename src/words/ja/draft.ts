/** What stands in a draft of a report until someone has written it. */
import type { Words } from '../en.ts';

export const draft: Words['draft'] = {
  title: (event) => `${event} 開催レポート`,
  held: '開催日',
  place: '会場',
  page: 'イベントページ',
  howTo: 'これは下書きです。斜体の行を書きかえ、できあがったら先頭のヘッダーから次の行を消してください:',
  happened: 'どんな会だったか、誰が集まったか、何が心に残ったか。2〜3文で十分です。',
  talk: (number) => `発表${number}`,
  speaker: '登壇者',
  slides: 'スライド',
  video: '動画',
  noted: 'どんな内容でしたか？',
  others: '資料一覧',
  impressions: '感想',
  impression: '良かったこと、会場や懇親会での話題など。',
  links: 'リンク',
  linked: '当日のブログ記事、写真、録画など。',
};
