/** What is said in Discord alone: the first message, and why its calendar does not take an event. */
import type { Words } from '../en.ts';

export const discord: Words['discord'] = {
  welcome: {
    ask: (bot) =>
      `話しているところで質問してください。${bot} と書いて、続けて言葉を書きます。わたしに見えないチャンネルには、わたしのロールを追加してください。`,
    once: 'このメッセージは、わたしを追加したサーバーの所有者であるあなたにだけ、一度だけお送りしています。',
  },
  shut: {
    collect: (slash, menu) =>
      `これはあなただけにお見せするものですが、ダイレクトメッセージを送れません。ここで ${slash} を使うか、メッセージのメニューで「${menu}」を選んでください。`,
    other: (slash) =>
      `これはあなただけにお見せするものですが、ダイレクトメッセージを送れません。${slash} を使ってください。`,
  },
  calendar: {
    refused: {
      forbidden: 'このサーバーで「イベントを作成」の権限がありません。',
      full: 'サーバーに予定できるイベントは100件までです。',
      begun: 'すでに始まっているため、Discordでは変更できません。',
      past: '過去のイベントはDiscordに登録できません。',
    },
  },
};
