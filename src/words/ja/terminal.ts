/** What only the terminal says. */
import type { Words } from '../en.ts';

export const terminal: Words['terminal'] = {
  prompt: '言葉を入れると検索、番号でボタン、help で使い方、exit で終わります。',
  everyoneSees: 'ここにいる全員に見えます:',
  files: (names) => `ここには出さないファイル：${names}`,
  noSuchButton: (number, count) => `ボタン ${number} はありません。1 から ${count} までです。`,
  asking: (done, of) => `イベントの取得元に問い合わせています: ${of}件中 ${done}件`,
  dry: (command) => `まだ何も変えていません。実行するには: ${command}`,
  reading: (done, of) => `レポートを読んでいます: ${of}件中 ${done}件`,
  looking: (done, of) => `サーバーを確認しています: ${done} / ${of}`,
  left: (seconds) => (seconds < 90 ? `あと約${seconds}秒` : `あと約${Math.round(seconds / 60)}分`),
  indexed: ({ files, read, unchanged, removed, talks, ms }) =>
    `ファイル${files}件、発表${talks}件: 読込${read}、変更なし${unchanged}、削除${removed}（${(ms / 1000).toFixed(1)}秒）`,
  noFolder: (folder) =>
    `フォルダー ${folder} がないか、読めません。--content で指定するか MEETUP_CONTENT を設定してください。`,
  dataFolder: (folder) =>
    `${folder} に索引を書けません。空きや権限を確かめるか、MEETUP_DATA で別のフォルダーを指定してください。`,
  logLevel: (wish, levels) =>
    `LOG_LEVEL に使えるのは ${levels} です。「${wish}」は使えないので無視しました。`,
  failed: (id) =>
    `申し訳ありません。こちらの不具合で止まりました。LOG_LEVEL=error で理由が見られます。番号: ${id}`,
  locked: (folder) =>
    `${folder} では別のボットが動いています。先に止めるか、MEETUP_DATA で別のフォルダーを指定してください。`,
  stateBroken: (file) =>
    `ボットの記録 ${file} が壊れているか、別のものです。そのまま残してあります。控えがあれば meetup restore FILE で戻せます。なければ、よそへ移すと記録のない状態から始められます。`,
  stateNewer: (file) =>
    `${file} は新しい版のボットが書いたものです。その版で動かすか、以前の控えに戻してください（meetup restore FILE）。`,
  serving: (url) => `ブラウザーで ${url} を開くと、ボットと話せます。Ctrl-C で止まります。`,
  servingPages: (url) => `ページは ${url} にあります。Ctrl-C でボットが止まります。`,
  openPlayground:
    'このアドレスに届く人は誰でも、遊び場で誰としてでも（主催者としても）話せます。お試し用です。HOST=127.0.0.1 ならこのマシンだけになります。',
  badPort: (value) => `PORT には 65535 までの数を指定してください（「${value}」は使えません）。`,
  badPublicUrl: (value) =>
    `PUBLIC_URL には https://meetup.example.org のようなアドレスを指定してください（「${value}」は使えません）。`,
  portTaken: (port) =>
    `ポート ${port} は別のプログラムが使っています。止めるか、別のポートを選んでください: PORT=3001 npm start`,
  portForbidden: (port) =>
    `ポート ${port} はこのユーザーでは使えません。1024 以上を選んでください: PORT=3000 npm start`,
  hostUnknown: (host) =>
    `このマシンに ${host} というアドレスはありません。HOST=127.0.0.1 はこのマシンだけ、HOST=0.0.0.0 はすべてのアドレスです。`,
  badTime: (value) =>
    `--at には 2027-03-10 や 2027-03-10T19:00:00+09:00 のような日付か時刻を指定してください（「${value}」は読めません）。`,
  notTalk: '発表ではない',
};
