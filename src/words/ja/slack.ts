/** What is said on surfaces that only Slack has: its modals, the Home tab, the shortcuts, the first message. */
import type { Words } from '../en.ts';

export const slack: Words['slack'] = {
  modal: { title: '勉強会のレポート', close: '閉じる' },
  search: {
    choose: '入力しながら選ぶ・絞り込む',
    chooseHint: '登壇者、シリーズ、タグ、タイトル',
    empty: 'ことばを入力するか、下から選んでください。',
  },
  home: {
    search: 'すべてのレポートを検索',
    hint: 'ことばを入力して Enter',
  },
  file: {
    first: '答えに付くファイルは、ここにお送りします。',
    sent: (names) => `わたしとのダイレクトメッセージに送りました：${names}`,
    lost: (names) =>
      `${names} を送れませんでした。もう一度試してください。それでもだめなら、主催者に知らせてください。`,
  },
  welcome: {
    invite: (bot) => `質問を受けるチャンネルに招待してください：/invite ${bot}`,
    once: 'このメッセージは、最初にお会いした主催者であるあなたにだけ、一度だけお送りしています。',
  },
};
