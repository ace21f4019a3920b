/** What is said while the bot is set up on Discord: what one does, and what it asks for. */
import type { Words } from '../en.ts';

export const discord: Words['setup']['discord'] = {
  option: {
    text: '言葉',
    page: 'ページ',
    limit: '件数',
    name: '名前',
    place: '場所',
    series: 'シリーズ',
    tag: 'タグ',
    until: '日付まで',
    topic: 'コマンド',
    language: '言語',
    who: '相手',
    what: '内容',
    title: '題名',
    when: '日時',
    url: 'アドレス',
    details: '説明',
    reminders: 'リマインド',
    on: '有効',
    channel: 'チャンネル',
    schedule: '予定',
    zone: 'タイムゾーン',
    locale: '書く言語',
    sections: '項目',
    thread: 'スレッド',
    empty: '新着なし',
    mention: '通知先',
    keep: 'ファイル',
  },
  namesake: '表示',
  asks: 'ボットがサーバーで求める権限とその理由:',
  permission: {
    ViewChannel: { name: 'チャンネルを見る', use: 'チャンネルを知ること、そこで質問を受けること' },
    SendMessages: { name: 'メッセージを送信', use: 'メンションへの答え、チャンネルへの投稿' },
    SendMessagesInThreads: {
      name: 'スレッドでメッセージを送信',
      use: 'スレッドやフォーラムの投稿での答えと投稿',
    },
    CreatePublicThreads: {
      name: '公開スレッドの作成',
      use: 'まとめの詳しい内容を、その下のスレッドに書くこと',
    },
    ReadMessageHistory: {
      name: 'メッセージ履歴を読む',
      use: '会話をノートにまとめること、同じ投稿を二度しないこと',
    },
    CreateEvents: { name: 'イベントを作成', use: 'これからの予定をサーバーのイベントとして見せること' },
  },
  steps: {
    create: '1. https://discord.com/developers/applications → New Application で作ります。',
    token: '2. Bot → Reset Token を押します。一度だけ表示されるトークンが DISCORD_TOKEN です。',
    intent:
      '3. Bot → Message Content Intent をオンにします。オフでも動きますが、会話を読んでノートにまとめることはできません。',
    register: '4. npm run -s meetup -- setup discord --apply でコマンドを登録します。',
    invite: '5. 下に出る招待の住所をブラウザーで開き、サーバーを選びます。',
    check: '6. npm run -s meetup -- doctor で確認できます。',
  },
};
