/** Talks in tables whose header names a column for speakers and one for titles: `| 時間 | 発表者 | タイトル |`. */
import type { ListItem, RootContent, Table, TableCell, TableRow } from 'mdast';
import { inlineOf, narrow } from './inline.ts';
import { peopleOf } from './person.ts';
import { decksIn, type ListTalk } from './talk-list.ts';
import { titleOf } from './talk-heading.ts';
import { NO_TALK } from './talk-words.ts';

const SPEAKER =
  /^(?:発表者|登壇者|講演者|話者|講師|スピーカー|担当者?|名前|氏名|お名前|speakers?|presenters?|names?|who)(?:名)?$/i;
const TITLE =
  /^(?:(?:発表|講演|LT|セッション)?(?:タイトル|題名|演題|テーマ|内容|題目)|セッション|発表|トーク|titles?|talks?|topics?|sessions?|what)(?:名)?$/i;

/** The talks of all tables, row by row. A row that names nobody (a break) is none. */
export function talksInTables(body: readonly RootContent[]): readonly ListTalk[] {
  return body.flatMap((node) => (node.type === 'table' ? talksIn(node) : []));
}

function talksIn({ children: [header, ...rows] }: Table): readonly ListTalk[] {
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
  const item = itemOf(row);
  return { item, title: titleOf(text), speakers, slides: decksIn(item) };
}

/** A row to be read by itself: its cells, a line each. */
function itemOf({ children, position }: TableRow): ListItem {
  const cells = children.filter((cell) => cell.children.length > 0);
  const item: ListItem = {
    type: 'listItem',
    children: cells.map((cell) => ({ type: 'paragraph', children: cell.children })),
  };
  return position ? { ...item, position } : item;
}
