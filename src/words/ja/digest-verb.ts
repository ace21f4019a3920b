/** What the verbs `digest` and `digest replay` say. */
import type { Words } from '../en.ts';

export const digestVerb: Words['digestVerb'] = {
  noChannel: (name) =>
    `まとめのあるチャンネルに「${name}」はありません。--channel なしの meetup digest で全部見られます。`,
  badSpan:
    '--from には 2027-01-01 や 2027-01-01T09:00:00+09:00 のような日付か時刻を指定してください。--to も同じで、--from より後にしてください。',
  noneDue: 'その期間に届くまとめはありません。',
  replaying: (done, of) => `まとめを再現しています: ${of}日中 ${done}日目`,
};
