/** What was not understood in a file, and what to do about it. */
import type { Words } from '../en.ts';

const size = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

/** What stands where a file should be, as adapters name it. */
const kinds: Readonly<Record<string, string>> = {
  folder: 'フォルダー',
  link: 'リンク',
  pipe: 'パイプ',
  socket: 'ソケット',
  device: 'デバイス',
};

const bracketed = (detail: string): string => (detail === '' ? '' : `（${detail}）`);

export const problem: Words['problem'] = {
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
};
