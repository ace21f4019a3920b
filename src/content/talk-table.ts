/** Talks in tables whose header names a column for speakers and one for titles: `| 時間 | 発表者 | タイトル |`. */
import type { ListItem, Table, TableCell, TableRow } from 'mdast';
import { inlineOf, narrow } from './inline.ts';
import { peopleOf } from './person.ts';
import { decksIn, type ListTalk } from './talk-list.ts';
import { titleOf } from './talk-heading.ts';
import { NO_TALK } from './talk-words.ts';

const SPEAKER =
  /^(?:発表者|登壇者|講演者|話者|講師|スピーカー|担当者?|名前|氏名|お名前|speakers?|presenters?|names?|who)(?:名)?$/i;
const TITLE =
  /^(?:(?:発表|講演|LT|セッション)?(?:タイトル|題名|演題|テーマ|内容|題目)|セッション|発表|トーク|titles?|talks?|topics?|sessions?|what)(?:名)?$/i;

/** The talks of a table, row by row. A row that names nobody (a break) is none. */
export function talksInTable({ children: [header, ...rows] }: Table): readonly ListTalk[] {
  const names = header?.children.map((cell) => narrow(inlineOf(cell.children).text)) ?? [];
  const who = names.findIndex((name) => SPEAKER.test(name));
  const what = names.findIndex((name) => TITLE.test(name));
  if (who < 0 || what < 0) return [];
  return rows.flatMap((row) => talkIn(row, row.children[who], row.children[what]) ?? []);
}

function talkIn(row: TableRow, who?: TableCell, what?: TableCell): ListTalk | null {
  if (!who || !what) return null;
  const speakers = peopleOf(inlineOf(who.children));
  const { text } = inlineOf(what.children);
  if (speakers.length === 0 || text === '' || NO_TALK.has(narrow(text).toLowerCase())) return null;
  return { item: row, title: titleOf(text), speakers, slides: decksIn(row) };
}

/** A talk to be read by itself: a list item as it is, of a row the cells, a line each. */
export function byItself(item: ListTalk['item']): ListItem {
  if (item.type === 'listItem') return item;
  const cells = item.children.filter((cell) => cell.children.length > 0);
  return {
    type: 'listItem',
    children: cells.map((cell) => ({ type: 'paragraph', children: cell.children })),
  };
}
