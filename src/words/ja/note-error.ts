/** Why notes can not be taken, and what to do instead. */
import type { noteError as en } from '../en/note-error.ts';

export const noteError: typeof en = {
  'notes-off': () => 'このコミュニティではノートを残しません。主催者が community.md で変えられます。',
  'notes-members': () => 'ノートをまとめられるのは、このコミュニティのメンバーだけです。',
  'notes-organisers': () => 'このコミュニティでは主催者がノートをまとめます。頼んでみてください。',
  'notes-private': () =>
    '残すのは公開チャンネルの会話だけです。非公開のチャンネルやダイレクトメッセージの内容は、そこから出しません。',
  'notes-not-found': () =>
    'あなたと私の両方が読める会話がありません。公開チャンネルなら、先に私を招待してください。',
  'notes-gap': ({ got, expected }) =>
    `${expected} 件の会話のうち ${got} 件しか読めませんでした。何も保存していません。1 分ほどしてからもう一度お試しください。`,
  'notes-unread': ({ got }) => `${got} 件まで読んで止まりました。もう一度試すと続きから読みます。`,
  'notes-nothing': () => '残せるメッセージがないので、保存するものがありません。',
  'notes-secret': ({ count }) =>
    `秘密や個人情報らしいものが ${count} つあります。伏せるか、そのメッセージを外してから保存してください。`,
  'notes-busy': () => 'この会話はいまノートにしているところです。少ししてから見てください。',
  'notes-file-changed': ({ path }) =>
    `${path} がちょうど続けて変わったため、何も上書きしていません。もう一度お試しください。`,
  'notes-draft-gone': () => 'このプレビューは古くなりました。もう一度まとめてください。',
  'notes-draft-other': () => 'ほかの人がこのノートをまとめています。',
  'notes-gone': () => 'そのノートはもうありません。',
  'notes-undo-nothing': () => '取り消せるあなたのノートはありません。',
  'notes-undo-edited': ({ path }) =>
    `${path} のノートは、そのあと編集されています。書いたものを捨てないよう、取り消しませんでした。ファイルを直接変えてください。`,
  'notes-leave': ({ value }) => `「${value}」はメッセージの番号ではありません。例: 3, 5-7`,
  'notes-name-long': ({ most }) => `名前は ${most} 文字までです。`,
};
