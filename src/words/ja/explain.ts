/** What only `explain` says: how a search came to its order. */
import type { Words } from '../en.ts';

export const explain: Words['explain'] = {
  understood: '検索の言葉の解釈',
  required: '必須',
  filter: (filter) => `${filter} に絞り込み`,
  found: (shown, total) => (shown === 0 ? '見つかりませんでした。' : `${total}件のうち最初の${shown}件`),
  missing: (words, factor) => `全体 × ${factor}（ない言葉: ${words}）`,
  kind: { talk: '発表', section: '発表以外の部分', report: 'レポート全体', event: 'イベント' },
  why: {
    typed: '入力のまま',
    joint: 'つなげた形・分けた形',
    parts: '言葉の部分がそれぞれある',
    beginning: 'この言葉で始まる',
    label: '時期や回数',
    alias: '同じ意味の言葉',
    person: '同じ人の別の名前',
    'shorter-name': '名前の前半',
    initials: '頭文字',
    sound: '読みが近い',
    slip: '入力の打ち間違い',
    neighbour: '本文の打ち間違い',
    numeronym: '頭文字・文字数・末尾の略',
    inflection: '活用形・変化形',
  },
  field: {
    title: '題名',
    heading: '見出し',
    file: 'ファイル名',
    speaker: '登壇者',
    tag: 'タグ',
    series: 'シリーズ',
    body: '本文',
    path: '上の見出し',
    report: 'レポートの題名',
    label: '時期や回数',
  },
};
