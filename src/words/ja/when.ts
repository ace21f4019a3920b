/** What was wrong with a time that someone wrote. */
import type { Words } from '../en.ts';

export const when: Words['when'] = {
  unclear: (words) =>
    `${words === '' ? '日にちがありません' : `「${words}」が分かりませんでした`}。「2027/3/10 19:00〜21:00」「来週の金曜 19時」「毎月第2水曜 19時」のように書いてください。`,
  past: (day) => `${day} はもう過ぎています。`,
  weekday: (day) => `曜日が合いません（${day} になります）。日にちと曜日のどちらが正しいですか？`,
  'no-such-day': (words) => `「${words}」という日はありません。`,
  'end-before-start': (end) => `終わり（${end}）が始まりより後になっていません。`,
};
