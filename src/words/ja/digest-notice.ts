/** What organisers are told of a digest. `reason` is what the platform calls it. */
import type { Words } from '../en.ts';

export const digestNotice: Words['digestNotice'] = {
  trouble: (channel, reason) =>
    `${channel} にまとめを投稿できませんでした(${reason})。対応が済むまで、このチャンネルへの投稿を休みます。ボットをチャンネルに招待する、書き込みを許可する、または別のチャンネルを選んでください。`,
  resume: '対応したので再開する',
  off: 'このチャンネルではやめる',
  unknown: (channel, period) =>
    `まとめ ${period} が ${channel} に投稿されたかどうか確認できません。投稿中に接続が切れ、ボットにはチャンネルの履歴を読む権限がないためです。チャンネルを見て、どうするかを選んでください。`,
  again: 'もう一度投稿する',
  there: '投稿されている',
};
