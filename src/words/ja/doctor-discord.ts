/** What `doctor` finds of Discord, and for what is wrong the way to mend it. */
import type { Words } from '../en.ts';
import { trouble } from './trouble.ts';

const portal = 'https://discord.com/developers/applications → アプリケーション';

const tokenFix = `${portal} → Bot → Reset Token で出るトークンを DISCORD_TOKEN か DISCORD_TOKEN_FILE に設定してください。`;

export const discord: Words['doctor']['discord'] = {
  ...trouble({
    platform: 'Discord',
    status: 'https://discordstatus.com',
    variable: 'DISCORD_API_URL',
    usual: 'https://discord.com/api',
    shape: '版の番号が付かない',
  }),
  token: 'DISCORD_TOKEN があり、形も正しいです。',
  noToken: { message: 'DISCORD_TOKEN がありません。', fix: tokenFix },
  notToken: {
    message:
      'DISCORD_TOKEN の形がボットのトークンと違います。点でつながった三つの部分だけを、前に言葉を付けずに入れます。',
    fix: tokenFix,
  },
  shut: (code) => ({
    message: `Discord が接続を閉じ、再接続を受け付けません（コード ${code}）。`,
    fix: '新しい版のボットなら接続できるかもしれません。コードの意味: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway',
  }),
  refused: {
    message: 'Discord が DISCORD_TOKEN を受け付けません。間違っているか、作り直されています。',
    fix: tokenFix,
  },
  auth: (bot, application, id) => `トークンは有効です: アプリケーション ${application}（${id}）の @${bot}`,
  content: 'Message Content: ノートにまとめる会話を読めます。',
  noContent: {
    message: 'メッセージの内容を読めません。使えないもの: 会話をノートにまとめること。',
    fix: `${portal} → Bot → Message Content Intent をオンにし、ボットを起動し直してください。`,
  },
  endpoint: {
    message:
      'みんなの操作がボットではなく Interactions Endpoint URL のアドレスに送られていて、ボットは誰にも答えられません。',
    fix: `${portal} → General Information → Interactions Endpoint URL を空にしてください。`,
  },
  codeGrant: {
    message: 'Requires OAuth2 Code Grant がオンで、ボットの招待が使えません。',
    fix: `${portal} → Bot → Requires OAuth2 Code Grant をオフにしてください。`,
  },
  commands: 'コマンドは正しく登録されています。',
  oldCommands: (names) => ({
    message: `正しく登録されていないコマンドがあります（${names}）。`,
    fix: 'npm run -s meetup -- setup discord で違いがわかり、--apply を付けると直ります。',
  }),
  noServer: (url) => ({
    message: 'ボットはどのサーバーにもいません。まだ誰も話しかけられません。',
    fix: `ブラウザーで開き、サーバーを選んでください: ${url}`,
  }),
  otherServer: (name, id) => ({
    message: `${name}（${id}）にいますが、community.md の workspaces にないため、そこでは誰にも答えません。`,
    fix: 'workspaces に加えるか、そのサーバーからボットを外してください。',
  }),
  permissions: (server) => `${server}: 必要な権限があります。`,
  noPermission: (server, { name, use, url }) => ({
    message: `${server}: 権限「${name}」がありません。使えないもの: ${use}。`,
    fix: `サーバー設定 → ロール → ボットのロールで許可するか、招待し直してください: ${url}`,
  }),
  channels: (server, names, { seen, all }) =>
    `${server}: チャンネル${all}件のうち${seen}件が見えます: ${names}`,
  noChannels: (server) => ({
    message: `${server}: どのチャンネルも見えません。`,
    fix: 'みんなが質問するチャンネルで、チャンネルの編集 → 権限 にボットを加えてください。',
  }),
  more: (left) => `ほか${left}件`,
  channel: (server, channel, permissions) => ({
    message: `${server} の ${channel}: ほかの人にはできて、ボットにはできないことがあります（${permissions}）。`,
    fix: 'チャンネルの編集 → 権限 → ボットのロールで許可してください。',
  }),
};
