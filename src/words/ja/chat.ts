/** What every chat on a platform says beside the answers. */
import type { Words } from '../en.ts';

export const chat: Words['chat'] = {
  working: '少々お待ちください…',
  workingOn: (done, of) => `少々お待ちください… ${done} / ${of}`,
  unsure: '全員に届いたかどうか確認できませんでした。もう一度共有する前に、チャンネルを見てください。',
  search: {
    title: 'レポートを検索',
    submit: '検索',
    words: '探すことば',
  },
  welcome: {
    hello: 'はじめまして。まず、次の 3 つをお願いします。',
    reports: (command) =>
      `レポートを渡してください。Markdown ファイルのフォルダーを MEETUP_CONTENT に指定します。どこまで読み取れたかは ${command} で分かります。`,
    search: (command) => `何か検索して、見つけたものを共有してみてください：${command}`,
  },
};
