/** Why something about a digest can not be done, and what to do instead. */
import type { digestError as english } from '../en/digest-error.ts';

export const digestError: typeof english = {
  'digest-where': () => 'どのチャンネルかを書いてください。例: /meetup digest on #general 毎週月曜 9:00',
  'digest-schedule': ({ text }) =>
    `「${text}」がいつか分かりません。例: 毎週月曜 9:00、平日 8:30、毎月第1月曜 10時、cron なら 0 9 * * 1`,
  'digest-in-file': ({ channel }) =>
    `${channel} のまとめ投稿は community.md の digests で設定されています。変更はそこで行ってください。休止はここでできます: /meetup digest pause`,
  'digest-none': ({ channel }) =>
    `${channel} にまとめ投稿はありません。始めるには: /meetup digest on #general 毎週月曜 9:00`,
  'digest-resting': () => '休止中なので、休む回はありません。先に再開してください: /meetup digest resume',
  'digest-skip-which': ({ value }) =>
    `休めるのは次の回だけです（「${value}」ではなく）: /meetup digest skip next`,
  'digest-unreachable': ({ channel }) =>
    `${channel} に書き込めません。ボットを招待するか書き込みを許可して、もう一度試してください。`,
  'digest-role': ({ name }) =>
    `「${name}」というロールやユーザーグループはありません。@everyone や @here 以外の名前か、mention:なし と書いてください。`,
  'digest-zone': ({ value }) => `「${value}」はタイムゾーンではありません。例: zone:Asia/Tokyo`,
  'digest-language': ({ value }) => `「${value}」は選べる言語ではありません。ja か en を選んでください。`,
  'digest-sections': ({ value }) =>
    `「${value}」という項目はありません。選べるのは イベント、レポート、スライド、募集、アーカイブ です。`,
  'digest-empty': ({ value }) =>
    `「${value}」は使えません。新しいことがないときに伝えるなら empty:say、投稿しないなら empty:skip と書いてください。`,
  'digest-today': ({ channel }) => `${channel} には今日のまとめをもう投稿しました。1日に1回までです。`,
  'digest-gone': () => 'このまとめは古いため、ほかの項目はもう分かりません。',
  'yes-or-no': ({ option, value }) => `${option} は yes か no で書いてください（「${value}」は使えません）。`,
};
