/** What is said of the repository that the content is published to. */
import type { Words } from '../en.ts';

export const git: Words['git'] = {
  cloning: (done, of) => `リポジトリを複製しています: ${of}件中 ${done}件`,
  error: {
    'git-missing': () =>
      'community.mdの「publish」にはgitが必要ですが、見つかりません。gitをインストールしてください。',
    'git-address': ({ address }) =>
      `このアドレスには公開できません: ${address}。community.mdの「publish」に、https://またはssh://で始まり、パスワードを含まないアドレスを書いてください。`,
    'git-branch': ({ branch }) =>
      `「${branch}」はブランチの名前になりません。community.mdの「publish」に別の名前を書いてください。`,
    'git-clone': ({ address, reason }) =>
      `${address} を複製できませんでした（${reason}）。community.mdの「publish」のアドレスとブランチ、それにGITHUB_TOKENを確認してください。`,
    'git-empty': ({ address }) =>
      `${address} にはまだ何もありません。READMEなど、最初のファイルをコミットしてください。`,
    'git-foreign': ({ folder }) =>
      `複製 ${folder} は、ほかの誰かが作ったか、書き換えています。.git/configがボットの書いたものと違うと、別のプログラムが動くおそれがあります。必要なものをプッシュしてから別の場所に移すと、ボットが作り直します。`,
    'git-owner': ({ folder }) =>
      `複製 ${folder} は別のユーザーのものです。ボットを動かすユーザーのものに戻すか、別の場所に移してください。ボットが作り直します。`,
  },
  doctor: {
    fine: (address) => `リポジトリにつながり、プッシュできます: ${address}`,
    reached: (address) =>
      `リポジトリにつながります: ${address}。プッシュできるかどうかは、最初の起動のあとにわかります。`,
    unreachable: (address, reason) => ({
      message: `リポジトリにつながりません: ${address}（${reason}）`,
      fix: 'community.mdの「publish」のアドレスと、GITHUB_TOKENを確認してください。',
    }),
    refused: (address, reason) => ({
      message: `リポジトリは読めますが、プッシュできません: ${address}（${reason}）`,
      fix: 'そのリポジトリのContentsとPull requestsに書き込む権限を、トークンに与えてください。',
    }),
    rights: {
      message: 'GITHUB_TOKENには、リポジトリにプッシュする権限がありません。',
      fix: 'そのリポジトリのContentsとPull requestsに書き込む権限を、トークンに与えてください。',
    },
    broken: 'community.mdの「publish」を確認してください。',
  },
};
