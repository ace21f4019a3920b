/** どのチャットでも、答えのほかに言うこと。 */
import type { Words } from '../en.ts';

export const chat: Words['chat'] = {
  working: '少々お待ちください…',
  workingOn: (done, of) => `少々お待ちください… ${done} / ${of}`,
  unsure: '全員に届いたかどうか確認できませんでした。もう一度共有する前に、チャンネルを見てください。',
  collect: 'ノートの収集はまだできません。この会話は読んでおらず、何も保存していません。',
};
