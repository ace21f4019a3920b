/** What the command line says of itself: `--help`, and what is wrong with what was typed. */
import type { Words } from '../en.ts';

export const commandLine: Words['commandLine'] = {
  about: '勉強会のレポートとイベントを、いつでも見つけられるようにします。',
  title: {
    usage: '使い方:',
    arguments: '引数:',
    options: 'オプション:',
    verbs: 'コマンド:',
    example: '例:',
    examples: '例:',
  },
  help: '使い方を表示します',
  common: {
    content: 'Markdown ファイルのフォルダー（MEETUP_CONTENT）',
    json: '答えを JSON で出します',
    locale: '答えの言語',
  },
  as: 'そのチャットに送られるメッセージを JSON で出します。all は両方を並べます',
  verb: {
    start: {
      about: '動き続けるボット。ページとチャットをブラウザーで開けます（何も指定しないときはこれです）',
      flags: {},
    },
    ask: {
      about: '一つ答えます。TEXT がなければ会話になり、パイプなら一行ごとに答えます',
      flags: {},
    },
    explain: { about: '検索結果がその順に並ぶ理由', flags: {} },
    parse: { about: 'レポート一つから読みとれたこと', flags: {} },
    check: { about: 'フォルダーの中で読みとれなかったところすべて。あれば終了コード 1', flags: {} },
    index: { about: '変わったファイルを読みこみます', flags: {} },
    events: {
      about: '90日以内の予定を一行ずつ',
      flags: { '--at': 'この時点での予定: 2027-03-10 または 2027-03-10T19:00:00+09:00' },
    },
    import: {
      about: '告知されていて、まだ知らないイベントを一行ずつ。動いているボットは自分で取りこみます',
      flags: { '--apply': '取りこんで、希望したチャンネルに知らせます' },
    },
    digest: {
      about: '各チャンネルの次のまとめの内容と、その理由。投稿はしません',
      flags: {
        '--channel': 'このチャンネルだけ: general',
        '--at': 'この時点でのまとめ: 2027-03-10 または 2027-03-10T19:00:00+09:00',
      },
    },
    replay: {
      about: '過ぎた期間のまとめを一行ずつ。その時点で知りえたことを、フォルダーからわかる範囲で再現します',
      flags: {
        '--from': '日付か時刻: 2027-01-01',
        '--to': '同じ形式。日付ならその日の終わりまで、なければ今まで',
        '--channel': 'このチャンネルだけ: general',
      },
    },
    collect: {
      about: '書き出した会話を、ノートと同じ Markdown ファイルにします',
      flags: {
        '--slack-json':
          'Slack のメッセージ。conversations.replies の応答か、エクスポートの一日分か、その中のチャンネルのフォルダー',
        '--users':
          'Slack の名簿。users.list の応答か、エクスポートの users.json（チャンネルのフォルダーの隣にあれば自動で読みます）',
        '--discord-json': 'Discord か DiscordChatExporter のメッセージ',
        '--write': 'フォルダーに書きこみます。なければ表示だけします',
      },
    },
    backup: {
      about: 'ボットの記録の控えを一つのファイルに作ります。ボットが動いていても使えます',
      flags: {},
    },
    restore: { about: 'ボットの記録を控えの内容に戻します。それまでの記録も残します', flags: {} },
    setup: {
      about: 'ボットを参加させるためにすること。Slack はマニフェスト、Discord はコマンドの登録です',
      flags: {
        '--apply': 'Discord: 何をするかを示すだけでなく、登録します',
        '--compare': 'Slack: 保存したマニフェストとの違い。あれば終了コード 1',
        '--url': 'Slack: ボットから接続せず、Slack がこのアドレスを呼びます（HTTP モード）',
      },
    },
    doctor: { about: 'フォルダー、設定、トークン、権限の問題とその直し方', flags: {} },
  },
  examples: {
    'npm start': 'http://127.0.0.1:3000/ を開いてボットと話す',
    'npm run -s meetup -- ask': 'ここでボットと話す',
    'npm run -s meetup -- ask buildkit': '一つ答えてもらう',
    'npm run -s meetup -- digest': '次のまとめの内容とその理由',
    'npm run -s meetup -- backup FILE': 'ボットの記録の控え',
    'npm run -s meetup -- setup slack': 'Slack につなぐには',
    'npm run -s meetup -- setup discord': 'Discord につなぐには',
    'npm run -s meetup -- doctor': '問題とその直し方',
    'npm run -s meetup -- ask --help': 'それぞれの使い方',
  },
  surroundings: `環境変数: MEETUP_CONTENT（Markdown のフォルダー）, MEETUP_DATA（索引と記録, ./data）, LOG_LEVEL (warn),
  PORT (3000), HOST (127.0.0.1), PUBLIC_URL（外から見たアドレスが違うとき）,
  SLACK_BOT_TOKEN と SLACK_APP_TOKEN（または SLACK_SIGNING_SECRET）, DISCORD_TOKEN。名前_FILE でファイルの場所も指定できます。
終了コード: 0 正常, 1 問題あり, 2 使い方の誤り, 70 不具合, 78 設定`,
  wrong: {
    noVerb: (verb) => `「${verb}」というコマンドはありません。`,
    noOption: (option) => `ここに ${option} というオプションはありません。`,
    missing: (argument) => `${argument.toUpperCase()} を指定してください。`,
    bare: (option) => `${option} には値が必要です。`,
    noChoice: (value, choices) => `「${value}」は使えません（使えるもの: ${choices}）。`,
    tooMuch: '言葉が多すぎます。',
  },
  near: (word) => `もしかして ${word} ですか？`,
  seeHelp: '--help で使い方を見られます。',
  sentence: (about) => `${about}。`,
  both: (what, then) => `${what}${then}`,
};
