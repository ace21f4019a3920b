/** Every sentence the bot says, in Japanese. */
import type { Words } from './en.ts';
import { backup } from './ja/backup.ts';
import { chat } from './ja/chat.ts';
import { command } from './ja/command.ts';
import { commandLine } from './ja/command-line.ts';
import { digestCommand } from './ja/digest-command.ts';
import { digestError } from './ja/digest-error.ts';
import { digest } from './ja/digest.ts';
import { digestVerb } from './ja/digest-verb.ts';
import { digestNotice } from './ja/digest-notice.ts';
import { discord } from './ja/discord.ts';
import { doctor } from './ja/doctor.ts';
import { event } from './ja/event.ts';
import { draft } from './ja/draft.ts';
import { explain } from './ja/explain.ts';
import { feed } from './ja/feed.ts';
import { fit } from './ja/fit.ts';
import { form } from './ja/form.ts';
import { git } from './ja/git.ts';
import { http } from './ja/http.ts';
import { note } from './ja/note.ts';
import { noteError } from './ja/note-error.ts';
import { noteFile } from './ja/note-file.ts';
import { noteSecret } from './ja/note-secret.ts';
import { noteVerb } from './ja/note-verb.ts';
import { noteText } from './ja/note-text.ts';
import { noteExport } from './ja/note-export.ts';
import { playground } from './ja/playground.ts';
import { problem } from './ja/problem.ts';
import { schedule } from './ja/schedule.ts';
import { setup } from './ja/setup.ts';
import { slack } from './ja/slack.ts';
import { terminal } from './ja/terminal.ts';
import { web } from './ja/web.ts';

export const ja: Words = {
  command,
  commandLine,

  problem,

  event,
  git,
  note,
  noteSecret,
  noteText,
  noteVerb,
  digestCommand,
  digest,
  digestNotice,
  digestVerb,
  backup,
  schedule,
  explain,

  result: {
    found: (total, query) => `「${query}」の検索結果 ${total}件`,
    span: (from, to) => `${from}〜${to}件目`,
    nothing: (query) => `「${query}」は見つかりませんでした。`,
    pastEnd: '結果はここまでです。',
    didYouMean: (query) => `もしかして「${query}」ですか？`,
    corrected: (words) => `「${words}」の結果を表示しています。`,
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
    asOf: '索引の最終更新:',
    slides: 'スライド',
    event: 'イベント',
  },

  report: {
    newest: '新着レポート',
    none: 'レポートはまだありません。',
    talks: (count) => `発表${count}件`,
    page: (page, of) => `${of}ページ中 ${page}ページ目`,
    original: 'Webページ',
    proposed: '資料（イベントページから）',
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
    never: 'フォルダーはまだ読まれていません。',
    fine: 'すべてのファイルを読めました。',
    unreadable:
      '今はフォルダーを読めません。以下は前に読めたときの内容です。フォルダーがあるか、読む権限があるかを確かめてください。',
    problems: (count) => `読めなかったところが${count}件あります:`,
    problemCount: (count) => `読めなかったところが${count}件あります。`,
    at: (file, line) => (line > 0 ? `${file} ${line}行目` : file),
  },

  unanswered: {
    title: '見つからなかった検索',
    none: '見つからなかった検索はありません。',
    asked: (words) => `「${words}」`,
    times: (count, day) => `${count}回、最後は${day}`,
    more: (count) => `見つからなかった検索の続き（あと${count}件）`,
  },

  suggest: {
    series: (name) => `${name}（シリーズ）`,
    speaker: (name) => `${name}（登壇者）`,
    tag: (name) => `${name}（タグ）`,
    word: (word) => `${word}（言葉）`,
    title: {
      talk: (title) => `${title}（発表）`,
      report: (title) => `${title}（レポート）`,
      event: (title) => `${title}（イベント）`,
    },
    type: { talk: '発表', section: '発表以外の部分', report: 'レポート全体', event: 'イベント' },
  },

  settings: {
    title: 'あなたの設定',
    answers: '答えの言語:',
    byYou: 'あなたが選びました。',
    byPlatform: 'このアプリでのあなたの言語設定に合わせています。',
    zone: (zone) => `時刻はあなたのタイムゾーン（${zone}）でも表示します。`,
    language: { ja: '日本語', en: 'English', auto: '自動' },
    choose: { ja: '答えを日本語に', en: 'Answers in English', auto: '言語を自動に' },
  },

  show: {
    by: (name) => `${name} さんからのお知らせです。`,
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
    asTyped: (words) => `「${words}」で検索`,
  },

  error: {
    ...digestError,
    ...noteError,
    ...noteFile,
    ...noteExport,
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
    'folder-read-only': () => 'コミュニティのフォルダーに書きこめないため、保存しませんでした。',
    busy: () => 'いま質問が重なっています。数秒おいて、もう一度お試しください。',
    'organisers-decide': () => 'これを決められるのは主催者だけです。',
    'event-not-found': ({ name }) =>
      `「${name}」に合うイベントはありません。/meetup upcoming で予定を見られます。`,
    'event-title': () => 'イベントの名前を書いてください。',
    'event-url': ({ value }) =>
      `「${value}」はページのアドレスではありません。https://docker.connpass.com/event/1/ のように書くか、空にしてください。`,
    'when-unclear': ({ text }) =>
      `「${text}」がいつなのか読みとれません。例：来週の金曜 19時、12/3(水) 19:00〜21:00、毎月第2水曜 19時、2027-03-10 19:00`,
    'when-past': ({ text }) => `「${text}」はもう過ぎています。これからの日を、年をつけて書いてください。`,
    'when-weekday': ({ text, detail }) => `「${text}」は曜日が合いません。${detail}は別の曜日です。`,
    'when-no-such-day': ({ text }) => `「${text}」という日はありません。カレンダーを確かめてください。`,
    'when-end-before-start': ({ text }) =>
      `「${text}」は始まる前に終わっています。終わりを始まりより後にしてください。`,
    'remind-late': ({ title }) => `「${title}」は始まったか、中止になっているため、お知らせできません。`,
    'subscribe-direct': () => 'お知らせしたいチャンネルで使ってください。',
    'no-calendar': () => 'ここにはイベントを表示するカレンダーがありません。Discord にはあります。',
    'organisers-only': () => 'これは主催者だけが見られます。',
    'button-expired': () => 'このボタンは古すぎて使えません。もう一度聞いてください。',
    'nothing-remembered': () => 'ここでは何も覚えておけないため、設定はありません。チャットの中で使えます。',
    'language-unknown': ({ value }) => `「${value}」という言語は選べません。使えるもの: ja, en, auto`,
    'not-a-person': ({ value }) =>
      `「${value}」が誰のことかわかりません。@ を打って、出てくる候補から選んでください。`,
    'not-a-channel': ({ value }) =>
      `「${value}」はチャンネルの名前ではありません。# を打って、出てくる候補から選んでください。`,
    'show-whom': () => '誰に知らせるかを、@ を打って候補から選んでください。例: /meetup show @花子 buildkit',
    'show-what': () => '何を見せるかを書いてください。例: /meetup show @花子 buildkit',
    'show-direct': () => 'ここではあなたしか見られません。その人のいるチャンネルで使ってください。',
    'show-nothing': ({ what }) => `「${what}」では見せるものがないので、誰にも知らせていません。`,
    'discord-no-content': () =>
      'Discord はこの会話の文章をわたしに見せていません。設定した人は、アプリケーションの Bot のページで「Message Content Intent」を有効にしてください。',
    'slack-scopes': ({ scopes }) =>
      `ここの会話を読む権限がまだないので（${scopes}）、設定した人に「npm run -s meetup -- setup slack」のとおりアプリをもう一度インストールしてもらってください。`,
    'not-shareable': () => 'これは共有できません。答えの下の共有ボタンを使ってください。',
  },

  fault: (id) =>
    `申し訳ありません。こちらの不具合で答えられませんでした。続くようでしたら、主催者にこの番号を伝えてください: ${id}`,
  noCommunity: 'こんにちは。このワークスペースは登録されていないため、ここではお答えできません。',

  chat,

  form,
  fit,

  playground,

  setup,

  slack,

  discord,

  doctor,

  terminal,

  feed,

  http,

  web,

  draft,
};
