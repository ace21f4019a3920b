/** What `doctor` says alike of every platform that can not be asked. */
import type { Asked, trouble as english } from '../en/trouble.ts';

export const trouble = ({ platform, status, variable, usual, shape }: Asked): ReturnType<typeof english> => ({
  api: (url) => `${variable}: ${platform} の API は ${url} です。`,
  badApi: (value) => ({
    message: `${variable} の「${value}」は${shape}アドレスではありません。`,
    fix: `${usual} のように設定するか、設定を外してください。`,
  }),
  answered: (reason) => ({
    message: `${platform} がエラーを返しました: ${reason}`,
    fix: `${status} で ${platform} の状態を、設定していれば ${variable} を確かめてください。`,
  }),
  limited: (seconds) => ({
    message: `${platform} への問い合わせが多すぎました。`,
    fix: `${seconds}秒後にもう一度試してください。`,
  }),
  unreachable: (reason) => ({
    message: `${platform} に届きません（${reason}）。`,
    fix: `ネットワークや途中のプロキシ・ファイアウォールを、設定していれば ${variable} を確かめてください。`,
  }),
});
