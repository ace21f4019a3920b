/** What is said while the bot is set up on a platform: its manifest there, what to do with it, and what differs from a saved one. */
import type { Words } from '../en.ts';
import { discord } from './setup-discord.ts';

export const setup: Words['setup'] = {
  secret: {
    'secret-twice': (name) => `${name} と ${name}_FILE の両方が設定されています。どちらかを外してください。`,
    'secret-unreadable': (name, file, reason) =>
      `${name}_FILE の ${file} が読めません（${reason}）。ボットのユーザーが読めるように置いてください。`,
    'secret-empty': (name, file) => `${name}_FILE の ${file} が空です。中身を入れてください。`,
  },
  unreadable:
    'このファイルはマニフェストとして読めません。アプリの「App Manifest」の内容を JSON か YAML で保存してください。',
  noFile: (file, reason) => `${file} が読めません（${reason}）。`,
  badUrl: (value) =>
    `--url には https://meetup.example.org のようなアドレスを指定してください（「${value}」は使えません）。Slack は HTTPS だけを呼びます。`,
  needsUrl:
    'SLACK_SIGNING_SECRET があり SLACK_APP_TOKEN がない場合は、Slack からボットを呼びます。呼び先の HTTPS のアドレスを --url か PUBLIC_URL で指定してください。',
  same: '保存されたマニフェストはこのままで大丈夫です。',
  differs: (count) => `保存されたマニフェストに直すところが${count}件あります。`,
  difference: {
    missing: (path) => `不足: ${path}`,
    added: (path) => `余分: ${path}`,
    different: (path, saved, asked) => `相違: ${path} が ${saved}（正しくは ${asked}）`,
  },
  noSuchFlag: (flag, platform) => `setup ${platform} に ${flag} はありません。`,
  step: {
    create: (name) => `作成: ${name}`,
    change: (name) => `変更: ${name}`,
    delete: (name) => `削除: ${name}`,
    nothing: (name) => `そのまま: ${name}`,
  },
  nothing: 'することはありません。',
  dry: 'まだ何もしていません。--apply を付けると実行します。',
  done: '完了しました。',
  invite: (url) => `ボットの招待: ${url}`,
  description: '勉強会のレポートから発表を探し、これからの予定を知らせます',
  about:
    '勉強会のレポートとイベントを、メンバーが話している場所で見つけられるようにします。レポートを発表ごとに読み取り、短い言葉に、その発表とスライドと該当の一文で答えます。答えは共有するまで本人にだけ見えます。',
  asks: 'アプリが求める権限とその理由:',
  shortcut: {
    search: { name: 'レポートを検索', about: '勉強会のレポートから発表を探します' },
    collect: { name: 'ノートにまとめる', about: 'この会話をレポートにまとめます' },
  },
  slack: {
    words: '探す言葉',
    scope: {
      commands: '/meetup コマンドとショートカット',
      'chat:write': '答えること、チャンネルへの共有',
      'files:read': '会話に付いたファイルをノートと一緒に残すこと',
      'files:write': 'カレンダー用の日程などのファイルを渡すこと',
      'app_mentions:read': 'メンションでの質問（@meetup buildkit）',
      'im:history': 'ボットとの会話での質問',
      'users:read': 'その人の言語と時間帯で答えること、主催者やゲストの区別',
      'channels:read': '公開チャンネルの見分け、参加しているチャンネルの確認',
      'channels:history':
        '会話をノートにまとめること、その後の編集や削除を反映すること、同じ投稿を二度しないこと',
      'reactions:read': 'コミュニティが選んだリアクションでノートにまとめること',
      'usergroups:read': '主催者がまとめ用に指定したユーザーグループへの通知',
      'links:read': 'コミュニティのレポートへのリンクに気づくこと',
      'links:write': 'そのリンクの下にカードを出すこと',
    },
    steps: {
      create: '1. https://api.slack.com/apps → Create New App → From a manifest を選び、これを貼り付けます。',
      install:
        '2. Install App → Install を押します。「Bot User OAuth Token」（xoxb-…）が SLACK_BOT_TOKEN です。',
      socket:
        '3. Basic Information → App-Level Tokens → Generate で、スコープ connections:write を付けて作ります。そのトークン（xapp-…）が SLACK_APP_TOKEN です。',
      http: '3. Basic Information → App Credentials の「Signing Secret」が SLACK_SIGNING_SECRET です。',
      check: '4. npm run -s meetup -- doctor で確認できます。',
    },
  },
  discord,
};
