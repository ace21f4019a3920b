/** What each command about notes, and about people's own words, is called, what it does and what one may type for it. */
import type { Words } from '../en.ts';

type Said = Pick<
  Words['command'],
  | 'collect'
  | 'collect-change'
  | 'notes'
  | 'notes-route'
  | 'notes-settle'
  | 'undo'
  | 'privacy'
  | 'privacy-name'
  | 'changed'
>;

export const commandNote: Said = {
  collect: {
    called: ['まとめる', 'ノートにまとめる'],
    summary: 'スレッドの会話をノートとして残す。保存する前に確かめられます',
    options: {
      title: 'ノートの題名',
      event: 'どのイベントのものか',
      tags: 'タグ（読点やカンマで区切る）',
      at: 'どの会話か',
      draft: 'どのプレビューか',
      step: '次にすること',
      page: '何ページ目か',
    },
    examples: ['collect'],
  },
  'collect-change': {
    called: [],
    title: 'ノートを変更',
    summary: '保存する前にノートを変更する',
    options: {
      title: 'ノートの題名',
      event: 'イベントの題名（空欄: なし）',
      tags: 'タグ（読点やカンマで区切る）',
      leave: '外すメッセージの番号: 3, 5-7',
      draft: 'どのプレビューか',
    },
    examples: [],
  },
  notes: {
    called: ['ノート'],
    summary: 'ノートとして残した会話',
    options: { page: '何ページ目か' },
    examples: ['notes'],
  },
  'notes-route': {
    called: [],
    summary: 'チャンネルのスレッドをイベントのものとする。イベントを書かなければやめる（主催者）',
    options: { channel: 'チャンネル。なければここ', event: 'イベントの題名' },
    examples: ['notes route #lightning-talks Harbour Lightning Talks'],
  },
  'notes-settle': {
    called: [],
    summary: 'どちらのノートを残すか選ぶ',
    options: { key: 'どのノートか', whose: 'people か bot' },
    examples: [],
  },
  undo: {
    called: ['取り消し', '取り消す'],
    summary: '最後にまとめたノートを取り消す',
    options: {},
    examples: [],
  },
  privacy: {
    called: ['プライバシー'],
    summary: '自分について残っているものを見る。同意、拒否、名前の変更、忘れてもらうこと',
    options: { speaker: 'レポートでの名前', step: '次にすること' },
    examples: ['privacy', 'privacy speaker:前佛雅人'],
  },
  'privacy-name': {
    called: [],
    title: 'ノートでの名前',
    summary: 'ノートで何と書かれるか',
    options: { name: '名前（空欄: 書かない）' },
    examples: [],
  },
  changed: {
    called: [],
    summary: '会話をもう一度見る',
    options: { at: 'どの会話か' },
    examples: [],
  },
};
