/** Every sentence the bot says, in Japanese. */
import type { Words } from './en.ts';

const size = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

/** What stands where a file should be, as adapters name it. */
const kinds: Readonly<Record<string, string>> = {
  folder: 'フォルダ',
  link: 'リンク',
  pipe: 'パイプ',
  socket: 'ソケット',
  device: 'デバイス',
};

const bracketed = (detail: string): string => (detail === '' ? '' : `（${detail}）`);

export const ja: Words = {
  command: {
    search: {
      called: ['検索'],
      summary: 'レポートから発表を探します',
      options: { text: '探す言葉', page: '結果のページ', limit: '1ページの件数' },
      examples: [
        'buildkit',
        'search kubernetes tag:docker year:2018',
        'search "Docker Compose" speaker:tn961ir',
      ],
    },
    report: {
      called: ['レポート'],
      summary: 'レポートや発表をここで読みます。名前がなければ新着レポート',
      options: { name: 'レポートの題名', page: 'ページ', back: '「戻る」の行き先' },
      examples: ['report', 'report Docker Meetup Tokyo #6'],
    },
    speaker: {
      called: ['登壇者', '発表者'],
      summary: 'その人の発表の一覧。名前がなければ登壇者の一覧',
      options: { name: '名前またはアカウント名', page: 'ページ' },
      examples: ['speaker', 'speaker @spesnova'],
    },
    series: {
      called: ['シリーズ'],
      summary: 'シリーズの各回。名前がなければシリーズの一覧',
      options: { name: 'シリーズの名前', page: 'ページ' },
      examples: ['series', 'series Docker Meetup Tokyo'],
    },
    upcoming: {
      called: ['予定', 'イベント'],
      summary: 'これからのイベント',
      options: {
        place: '都市や会場',
        series: 'シリーズ',
        tag: 'タグ',
        until: '日付（例: 2027-03-31）',
        page: 'ページ',
      },
      examples: ['upcoming', 'upcoming place:大阪'],
    },
    status: {
      called: ['状態'],
      summary: '索引の内容と鮮度、読めなかった箇所',
      options: { page: '問題一覧のページ' },
      examples: ['status'],
    },
    help: {
      called: ['ヘルプ', '使い方'],
      summary: '使い方と例',
      options: { topic: 'コマンド' },
      examples: ['help', 'help search'],
    },
    start: {
      called: [],
      summary: 'はじめのページ。これからの予定と新着レポート',
      options: {},
      examples: [],
    },
    share: {
      called: [],
      summary: '答えをここにいる全員に見せます',
      options: { call: 'コマンド' },
      examples: [],
    },
  },

  problem: {
    'front-matter-broken': (detail) =>
      `フロントマターを解釈できません${bracketed(detail)}。1行ずつ読み取りました。`,
    'front-matter-unclosed': () => 'フロントマターが閉じていません。終わりに --- の行を足してください。',
    'front-matter-not-a-map': () => 'フロントマターが「キー: 値」の形ではありません。本文として読みました。',
    'front-matter-language': (detail) =>
      `「${detail}」のフロントマターは安全のため実行しません。本文として読みました。--- と YAML を使ってください。`,
    'front-matter-too-long': () => 'フロントマターが長すぎます。本文として読みました。',
    'value-cut': (detail) =>
      `YAML では「${detail}」が # の前で切れます。全体を読みました。値を引用符で囲んでください。`,
    'date-unreadable': (detail) => `「${detail}」は日付として読めません。2027-03-10 のように書いてください。`,
    'field-unreadable': (detail) => `「${detail}」の値を読めないので無視しました。`,
    encoding: (detail) => `UTF-8 のファイルではありません${bracketed(detail)}。UTF-8 で保存してください。`,
    'section-too-long': () => '節が長すぎて全文は表示できません。検索はできます。',
    'nesting-too-deep': () => '入れ子が深すぎるため、ここからは文字だけで表示します。',
    'event-incomplete': (detail) => `イベントの ${detail} を読めません。予定には載りません。`,
    'settings-unreadable': (detail) => `設定「${detail}」を読めないので初期値を使います。`,
    'file-too-large': (detail) => `ファイルが大きすぎます（${size(detail)}）。読みませんでした。`,
    'file-unreadable': (detail) => `ファイルを読めません${bracketed(detail)}。`,
    'file-not-regular': (detail) =>
      `通常のファイルではありません${bracketed(kinds[detail] ?? detail)}。読みませんでした。`,
    'parser-failed': () => '内容を解釈できませんでした。文字としては検索できます。',
  },

  result: {
    found: (total, query) => `「${query}」の検索結果 ${total}件`,
    span: (from, to) => `${from}〜${to}件目`,
    nothing: (query) => `「${query}」は見つかりませんでした。`,
    pastEnd: '結果はここまでです。',
    didYouMean: (query) => `もしかして「${query}」ですか？`,
    widen: [
      '言葉を減らすか、別の言い方を試してください。',
      '絞り込みを外してみてください。',
      '日本語は言葉の一部でも探せます（例: 監視）。',
    ],
    faults: {
      'unknown-filter': ({ name }) =>
        `「${name}:」という絞り込みはないので、言葉として探しました。使えるもの: tag, speaker, series, year, after, before, type, place`,
      'bad-value': ({ name, value }) =>
        `「${value}」は ${name}: に使えないので外しました。${
          { type: 'talk, section, report, event のどれかです。', year: '2018 のような年です。' }[name] ??
          '2018-07-31 のような日付です。'
        }`,
      'too-long': ({ limit }) => `長いので、はじめの${limit}文字で探しました。`,
    },
    slides: 'スライド',
    event: 'イベント',
  },

  report: {
    newest: '新着レポート',
    none: 'レポートはまだありません。',
    talks: (count) => `発表${count}件`,
    page: (page, of) => `${of}ページ中 ${page}ページ目`,
    original: '元のページ',
    eventPage: 'イベントページ',
    untitled: '題名不明',
    empty: 'レポートにはこれ以上書かれていません。',
  },

  speaker: {
    all: (total) => `登壇者 ${total}人`,
    talksOf: (name, total) => `${name} さんの発表 ${total}件`,
    none: '登壇者のわかるレポートはまだありません。',
    talks: (count) => `発表${count}件`,
  },

  series: {
    all: (total) => `シリーズ ${total}件`,
    reportsOf: (name, total) => `${name} のレポート ${total}件`,
    none: 'シリーズのわかるレポートはまだありません。',
    reports: (count) => `レポート${count}件`,
  },

  agenda: {
    title: 'これからのイベント',
    none: 'わかっている予定はありません。',
    noneMatching: '条件に合う予定はありません。/meetup upcoming ですべての予定を見られます。',
    cancelled: '中止',
    inferred: '年はレポートからの推定',
    online: '配信',
    seats: (count) => `定員${count}人`,
  },

  start: {
    welcome: (community) => community ?? 'ようこそ',
    can: '言葉を入れると、すべてのレポートを発表ごとに探せます。',
    upcoming: 'これからのイベント',
    newest: '新着レポート',
    tryOne: 'たとえば:',
  },

  help: {
    title: '使い方',
    plainWords: '言葉だけで検索できます。コマンドはいりません。',
    filters: '絞り込み（「名前:値」の形で、いくつでも、どの順でも）:',
    filter: {
      'tag:': 'レポートのタグ。tag:docker',
      'speaker:': '登壇者。speaker:zembutsu',
      'series:': 'シリーズ。series:"Docker Meetup Tokyo"',
      'year:': '開催年。year:2018',
      'after:, before:': 'この日付以降、この日付より前。after:2018-04',
      'type:': 'talk, section, report, event。type:talk',
      'place:': '都市。place:大阪',
    },
    phrase: '"引用符" で囲んだ言葉は、続いて出てくるものを探します。',
    options: 'オプション:',
    examples: '例:',
    write: (text) => `/meetup ${text}`.trimEnd(),
  },

  status: {
    title: '状態',
    counts: ({ files, reports, talks, events }) =>
      `ファイル${files}件: レポート${reports}件（発表${talks}件）、イベント${events}件`,
    checked: '最後に見た時刻:',
    changed: '最後の変更:',
    never: 'フォルダはまだ読まれていません。',
    fine: 'すべてのファイルを読めました。',
    unreadable:
      '今はフォルダを読めません。以下は前に読めたときの内容です。フォルダがあるか、読む権限があるかを確かめてください。',
    problems: (count) => `読めなかったところが${count}件あります:`,
    problemCount: (count) => `読めなかったところが${count}件あります。`,
    at: (file, line) => (line > 0 ? `${file} ${line}行目` : file),
  },

  share: {
    by: (name) => `${name} さんが共有しました`,
  },

  button: {
    read: (number) => `${number} を読む`,
    readAll: '全文を読む',
    more: (count) => `続き（あと${count}件）`,
    page: (page) => `${page}ページ目`,
    back: '戻る',
    report: 'レポート全体',
    previous: '前の発表',
    next: '次の発表',
    share: '共有',
    reports: '新着レポート',
    upcoming: 'これからのイベント',
    speakers: '登壇者',
    series: 'シリーズ',
    help: 'ヘルプ',
    didYouMean: (query) => `「${query}」で検索`,
  },

  error: {
    'search-empty': () => '探す言葉を入れてください。例: /meetup search buildkit',
    'report-not-found': ({ name }) =>
      `「${name}」に当てはまるレポートはありません。/meetup report で新着レポートを見られます。`,
    'report-gone': () => 'そのレポートはもうありません。/meetup report で新着レポートを見られます。',
    'speaker-not-found': ({ name }) =>
      `「${name}」という登壇者はレポートにありません。/meetup speaker で一覧を見られます。`,
    'series-not-found': ({ name }) =>
      `「${name}」というシリーズはありません。/meetup series で一覧を見られます。`,
    'command-unknown': ({ name }) =>
      `「${name}」というコマンドはありません。/meetup help で一覧を見られます。`,
    'not-a-number': ({ option, value }) => `${option} には整数を入れてください（「${value}」は使えません）。`,
    'number-out-of-range': ({ option, value, min, max }) =>
      `${option} は ${min} から ${max} までです（${value} は範囲の外です）。`,
    'page-past-end': ({ pages }) => `最後のページは ${pages} です。それより先はありません。`,
    'date-unreadable': ({ value }) =>
      `「${value}」は日付として読めません。2027-03-31 のように書いてください。`,
    'not-shareable': () => 'これは共有できません。答えの下の共有ボタンを使ってください。',
  },

  fault: (id) =>
    `申し訳ありません。こちらの不具合で答えられませんでした。続くようでしたら、運営にこの番号を伝えてください: ${id}`,
  noCommunity: 'こんにちは。このワークスペースは登録されていないため、ここではお答えできません。',

  terminal: {
    prompt: '言葉を入れると検索、番号でボタン、help で使い方、exit で終わります。',
    everyoneSees: 'ここにいる全員に見えます:',
    noSuchButton: (number, count) => `ボタン ${number} はありません。1 から ${count} までです。`,
    reading: (done, of) => `レポートを読んでいます: ${of}件中 ${done}件`,
    left: (seconds) => (seconds < 90 ? `あと約${seconds}秒` : `あと約${Math.round(seconds / 60)}分`),
    indexed: ({ files, read, unchanged, removed, talks, ms }) =>
      `ファイル${files}件、発表${talks}件: 読込${read}、変更なし${unchanged}、削除${removed}（${(ms / 1000).toFixed(1)}秒）`,
    noFolder: (folder) =>
      `フォルダ ${folder} がないか、読めません。--content で指定するか MEETUP_CONTENT を設定してください。`,
    dataFolder: (folder) =>
      `${folder} に索引を書けません。空きや権限を確かめるか、MEETUP_DATA で別のフォルダを指定してください。`,
    logLevel: (wish, levels) =>
      `LOG_LEVEL に使えるのは ${levels} です。「${wish}」は使えないので無視しました。`,
    failed: (id) =>
      `申し訳ありません。こちらの不具合で止まりました。LOG_LEVEL=error で理由が見られます。番号: ${id}`,
    locked: (folder) =>
      `${folder} では別のボットが動いています。先に止めるか、MEETUP_DATA で別のフォルダを指定してください。`,
    badTime: (value) =>
      `--at には 2027-03-10T19:00:00+09:00 のような時刻を指定してください（「${value}」は読めません）。`,
    notTalk: '発表ではない',
  },
};
