/** What `doctor` finds, and for what is wrong the way to mend it. */
import type { Words } from '../en.ts';
import { discord } from './doctor-discord.ts';
import { trouble } from './trouble.ts';

/** Where on the pages of the app each token is. */
const places: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: 'Install App の Bot User OAuth Token（xoxb-…）',
  SLACK_APP_TOKEN: 'Basic Information の App-Level Tokens（スコープ connections:write、xapp-…）',
};

const tokenFix = (name: string): string =>
  `https://api.slack.com/apps → アプリ → ${places[name] ?? ''} を ${name} か ${name}_FILE に設定し直してください。`;

export const doctor: Words['doctor'] = {
  node: (version) => `Node.js ${version}`,
  content: (folder) => `レポートのフォルダーが読めます: ${folder}`,
  data: (folder) => `データのフォルダーに書けます: ${folder}`,
  address: 'ページのアドレスの設定は正しく読めます。',
  settings: 'community.md の設定はすべて読めます。',
  unmet: {
    'no-folder': (facts) => ({
      message: `フォルダー ${facts['folder']} がないか、読めません。`,
      fix: '--content で指定するか MEETUP_CONTENT を設定してください。',
    }),
    'data-folder': (facts) => ({
      message: `フォルダー ${facts['folder']} に書けません。`,
      fix: '空きや権限を確かめるか、MEETUP_DATA で別のフォルダーを指定してください。',
    }),
    'bad-port': (facts) => ({
      message: `PORT の「${facts['value']}」はポートではありません。`,
      fix: '65535 までの数を設定してください。',
    }),
    'bad-public-url': (facts) => ({
      message: `PUBLIC_URL の「${facts['value']}」はアドレスとして読めません。`,
      fix: 'https://meetup.example.org のように設定してください。',
    }),
  },
  setting: (line, problem) => ({
    message: `community.md の${line}行目: ${problem}`,
    fix: '直すまでは既定の値で動きます。',
  }),
  badSecret: (name, sentence) => ({
    message: sentence,
    fix: `${name} か、読めて中身のあるファイルを指す ${name}_FILE の、どちらか一方を設定してください。`,
  }),
  noChat: {
    message:
      'SLACK_BOT_TOKEN も DISCORD_TOKEN もなく、チャットにつながっていません。ボットはブラウザーでだけ答えます。',
    fix: 'npm run -s meetup -- setup slack か setup discord でつなぎ方がわかります。',
  },
  slack: {
    ...trouble({
      platform: 'Slack',
      status: 'https://slack-status.com',
      variable: 'SLACK_API_URL',
      usual: 'https://slack.com/api/',
      shape: ' /api/ で終わる',
    }),
    token: (name) => `${name} があり、形も正しいです。`,
    noToken: (name) => ({ message: `${name} がありません。`, fix: tokenFix(name) }),
    notToken: (name, prefix) => ({
      message: `${name} の形が違います。${prefix} で始まっていないか、トークンにない文字があります。`,
      fix: tokenFix(name),
    }),
    auth: (bot, team, id) => `トークンは有効です: ${team}（${id}）の ${bot}`,
    scope: (scope, use) => `${scope}: ${use}`,
    noScope: (scope, use) => ({
      message: `スコープ ${scope} が許可されていません。これが使えません: ${use}`,
      fix: 'アプリの App Manifest に「setup slack」のマニフェストを反映し、Install App → Reinstall で入れ直してください。',
    }),
    channels: (count, names, left) =>
      `公開チャンネル${count}件に参加しています: ${names}${left > 0 ? ` ほか${left}件` : ''}`,
    noChannels:
      'まだどの公開チャンネルにもいません。/meetup はどこでも使えます。メンションで使うには招待してください: /invite @meetup',
    socket: 'SLACK_APP_TOKEN は有効で、ソケットを開けます。',
    signing: 'SLACK_SIGNING_SECRET があります。Slack からボットを呼びます（HTTP モード）。',
    noEntrance: {
      message: 'SLACK_APP_TOKEN も SLACK_SIGNING_SECRET もなく、みんなの操作がボットに届きません。',
      fix: tokenFix('SLACK_APP_TOKEN'),
    },
    socketOff: {
      message: 'アプリの Socket Mode が無効で、みんなの操作がボットに届きません。',
      fix: 'https://api.slack.com/apps → アプリ → Socket Mode で有効にし、ボットを起動し直してください。',
    },
    otherWorkspace: (team) => ({
      message: `SLACK_BOT_TOKEN はワークスペース ${team} のものですが、community.md の workspaces にありません。このままでは、ほかのコミュニティのレポートを見せてしまいます。`,
      fix: '正しいワークスペースのトークンを設定するか、workspaces に加えてください。',
    }),
    badPort: (value) => ({
      message: `SLACK_PORT の「${value}」はポート番号ではありません。`,
      fix: '65535 までの数を設定してください。',
    }),
    portTaken: (port) => ({
      message: `Slack からボットを呼ぶポート ${port} は、ほかのプログラムが使っています。`,
      fix: 'そのプログラムを止めるか、SLACK_PORT で別のポートを設定してください。',
    }),
    refused: (name, reason) => ({
      message: `Slack が ${name} を受け付けません。${reason}`,
      fix: tokenFix(name),
    }),
    reason: {
      invalid_auth: '正しくないトークンです（invalid_auth）。',
      not_authed: 'Slack に届いていません（not_authed）。',
      team_disabled: 'ワークスペースがありません（team_disabled）。',
      account_inactive:
        'アプリがワークスペースから外されたか、ワークスペースがありません（account_inactive）。',
      token_revoked: '取り消されています（token_revoked）。',
      token_expired: '期限が切れています（token_expired）。',
      not_allowed_token_type: '別の種類のトークンです（not_allowed_token_type）。',
      missing_scope: 'スコープが足りません（missing_scope）。',
    },
  },
  discord,
};
