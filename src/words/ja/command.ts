/** What each command is called, what it does and what one may type for it. */
import type { Words } from '../en.ts';
import { commandDigest } from './command-digest.ts';
import { commandNote } from './command-note.ts';

export const command: Words['command'] = {
  search: {
    called: ['検索'],
    summary: 'レポートから発表を探します',
    options: { text: '探す言葉', page: '結果のページ', limit: '1ページの件数' },
    examples: [
      'search buildkit',
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
  event: {
    called: ['イベント'],
    summary: 'ひとつのイベントの日時、場所、発表、リマインド',
    options: { name: 'イベントの名前', back: '戻る先' },
    examples: ['event 波止場もくもく会'],
  },
  'event-new': {
    called: ['イベントを作る'],
    title: '新しいイベント',
    summary: 'イベントを案内する（主催者）',
    options: {
      title: 'イベントの名前',
      when: 'いつ：来週の金曜 19時、12/3(水) 19:00〜21:00',
      place: '場所',
      url: '申し込みページ',
      details: '内容。発表は箇条書きで：- 題名 / 名前 (20分)',
      save: '保存する',
    },
    examples: ['event new', 'event new title:"もくもく会" when:"来週の金曜 19時"'],
  },
  reminders: {
    called: ['リマインド'],
    summary: 'お知らせを頼んだイベントの一覧',
    options: {},
    examples: ['reminders'],
  },
  subscribe: {
    called: ['お知らせ'],
    summary: 'このチャンネルにイベントの追加や変更を知らせる（主催者）',
    options: {
      series: 'シリーズで絞る',
      tag: 'タグで絞る',
      reminders: '1日前と1時間前にも知らせるか。no なら変更だけ',
    },
    examples: ['subscribe', 'subscribe series:"Docker Meetup Tokyo" reminders:no'],
  },
  unsubscribe: {
    called: ['お知らせをやめる'],
    summary: 'このチャンネルへのイベントのお知らせをやめる（主催者）',
    options: {},
    examples: ['unsubscribe'],
  },
  ...commandDigest,
  ...commandNote,
  mirror: {
    called: ['サーバーのイベント'],
    summary: '予定をこの Discord サーバーのイベントとして表示する（主催者）',
    options: { on: 'yes か no' },
    examples: ['mirror'],
  },
  status: {
    called: ['状態'],
    summary: '索引の内容と鮮度。主催者には読めなかった箇所と見つからなかった検索も',
    options: { page: '問題一覧のページ' },
    examples: ['status'],
  },
  help: {
    called: ['ヘルプ', '使い方'],
    summary: '使い方と例',
    options: { topic: 'コマンド' },
    examples: ['help', 'help search'],
  },
  settings: {
    called: ['設定', '言語'],
    summary: 'あなたへの答えの言語を選びます',
    options: { language: '言語: ja, en, auto' },
    examples: ['settings', 'settings language:en'],
  },
  show: {
    called: [],
    summary: '誰かひとりに知らせて、答えを全員に見せます',
    options: { who: '知らせる人', what: '探す言葉、またはコマンド' },
    examples: ['show @花子 buildkit', 'show @花子 speaker @spesnova'],
  },
  start: {
    called: ['はじめに'],
    summary: 'はじめのページ。これからの予定と新着レポート',
    options: {},
    examples: [],
  },
  unanswered: {
    called: [],
    summary: '見つからなかった検索',
    options: { page: 'ページ' },
    examples: [],
  },
  calendar: {
    called: [],
    summary: 'イベントをカレンダーに追加する',
    options: { event: 'イベント' },
    examples: [],
  },
  remind: {
    called: [],
    summary: 'イベントをリマインドする',
    options: { event: 'イベント', only: '何分前か', off: 'やめる' },
    examples: [],
  },
  draft: {
    called: [],
    summary: 'イベントのレポートを書きはじめる',
    options: { event: 'イベント', stop: '今後は聞かない' },
    examples: [],
  },
  card: {
    called: [],
    summary: 'レポートへのリンクの中身',
    options: { address: 'アドレス' },
    examples: [],
  },
  share: {
    called: [],
    summary: '答えをここにいる全員に見せます',
    options: { call: 'コマンド' },
    examples: [],
  },
};
