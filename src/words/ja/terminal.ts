/** What only the terminal says. */
import type { Words } from '../en.ts';

export const terminal: Words['terminal'] = {
  prompt: '言葉を入れると検索、番号でボタン、help で使い方、exit で終わります。',
  everyoneSees: 'ここにいる全員に見えます:',
  noSuchButton: (number, count) => `ボタン ${number} はありません。1 から ${count} までです。`,
  reading: (done, of) => `レポートを読んでいます: ${of}件中 ${done}件`,
  left: (seconds) => (seconds < 90 ? `あと約${seconds}秒` : `あと約${Math.round(seconds / 60)}分`),
  indexed: ({ files, read, unchanged, removed, talks, ms }) =>
    `ファイル${files}件、発表${talks}件: 読込${read}、変更なし${unchanged}、削除${removed}（${(ms / 1000).toFixed(1)}秒）`,
  noFolder: (folder) =>
    `フォルダ ${folder} がないか、読めません。--content で指定するか MEETUP_CONTENT を設定してください。`,
  dataFolder: (folder) =>
    `${folder} に索引を書けません。空きや権限を確かめるか、MEETUP_DATA で別のフォルダを指定してください。`,
  logLevel: (wish, levels) =>
    `LOG_LEVEL に使えるのは ${levels} です。「${wish}」は使えないので無視しました。`,
  failed: (id) =>
    `申し訳ありません。こちらの不具合で止まりました。LOG_LEVEL=error で理由が見られます。番号: ${id}`,
  locked: (folder) =>
    `${folder} では別のボットが動いています。先に止めるか、MEETUP_DATA で別のフォルダを指定してください。`,
  badTime: (value) =>
    `--at には 2027-03-10T19:00:00+09:00 のような時刻を指定してください（「${value}」は読めません）。`,
  notTalk: '発表ではない',
};
