/** Discord だけで言うこと：最初のメッセージ。 */
import type { Words } from '../en.ts';

export const discord: Words['discord'] = {
  welcome: {
    ask: (bot) =>
      `話しているところで質問してください。${bot} と書いて、続けて言葉を書きます。わたしに見えないチャンネルには、わたしのロールを追加してください。`,
    once: 'このメッセージは、わたしを追加したサーバーの所有者であるあなたにだけ、一度だけお送りしています。',
  },
};
