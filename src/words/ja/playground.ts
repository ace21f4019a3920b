/** What only the playground says: the bot in a browser, with people to speak as. */
import type { Words } from '../en.ts';

export const playground: Words['playground'] = {
  name: { meetup: 'meetup', hanako: '花子', taro: '太郎', alex: 'アレックス' },
  role: { member: 'メンバー', organiser: '主催者', guest: 'ゲスト', bot: 'ボット' },
  rooms: '部屋',
  people: '話す人',
  room: { direct: 'meetup', general: '# general', thread: 'スレッド' },
  about: {
    direct: 'ボットと2人だけの部屋です。書いたことはすべてボットへの質問になります。',
    general: 'みんなが読むチャンネルです。「/meetup …」でボットに聞けます。',
    thread:
      'ひとつの話題についての会話です。「/meetup …」でボットに聞けます。「/meetup collect」でノートにまとめられます。',
  },
  welcome:
    'ここはみんなで話す場所です。「/meetup」に続けて言葉を書くとボットが答えます。その答えは、共有するまであなたにしか見えません。別のタブで別の人になると、その人に見えるものがわかります。',
  hint: {
    direct: '探したい言葉、またはコマンド',
    general: 'メッセージ、または /meetup と言葉',
    thread: '返信、または /meetup と言葉',
  },
  toField: '入力欄へ',
  field: (room, person) => `${room}へのメッセージ（${person}として）`,
  send: '送信',
  messages: 'メッセージ',
  older: '以前のメッセージ',
  onlyYou: 'あなただけに表示されています',
  edited: '編集済み',
  replies: (count) => (count === 0 ? 'スレッドで返信' : `返信${count}件`),
  back: '部屋に戻る',
  start: 'プレイグラウンドの最初へ',
  pages: 'レポートと予定',
  suggestions: '候補',
  ask: 'ボットに聞く',
  unsent: '送信できませんでした。書いたものは残っています。もう一度送信してください。',
  lost: '接続が切れました。再接続しています。',
  empty: '送るものがありません。何か書いてください。',
  tooLong: (limit) => `長すぎます。メッセージは${limit}文字までです。短くしてから送ってください。`,
  refused: {
    'no-room': 'その部屋はここにはありません。',
    'no-person': 'その名前の人はここにいません。話す人を選んでください。',
    'no-thread': 'そのスレッドはないか、あなたには見えません。',
    'no-file': 'そのファイルはないか、あなたには見えません。',
  },
};
