/** The talks that a timetable names. Only what is clear is one: a row that has its time or its slot, a title and a speaker. */
import { narrow, slice, type Inline } from '../content/inline.ts';
import { handleOf, isNameLike, peopleOf } from '../content/person.ts';
import { readTalkLine, titleOf } from '../content/talk-heading.ts';
import type { PlannedTalk, Speaker } from '../model.ts';
import { minutesIn, spanAt, type Span } from './clock.ts';
import type { Row } from './html.ts';
import { beginsWithSlot, isNoTalk, SPEAKER_COLUMN, TITLE_COLUMN } from './timetable-words.ts';

/** A row without its time. */
interface Slot {
  readonly cells: readonly Inline[];
  readonly span: Span | null;
  readonly minutes: number | null;
  /** Which cells the header of its table says to be of whom and of what; −1: it does not say. */
  readonly columns: Columns;
}

interface Columns {
  readonly who: number;
  readonly what: number;
}

type Named = Pick<PlannedTalk, 'title' | 'speakers'>;

/** Longer lines are prose. */
const MAX_LINE = 300;
const MAX_TALKS = 100;
const MINUTES_OF_DAY = 24 * 60;
/** No talk takes longer. What lasts until a row far below is none of its own. */
const MAX_MINUTES = 180;
const UNNAMED: Columns = { who: -1, what: -1 };

/** Notations that name a speaker in a line; those that can as well be words with a colon are left out. */
const CLEAR: ReadonlySet<string | null> = new Set([
  'by',
  'dash',
  'paren',
  'handle',
  'honorific',
  'prefix',
  'slash',
]);

/** The talks in the order of the rows. What follows tells how long one takes where it does not say so itself. */
export function talksOf(rows: readonly Row[]): readonly PlannedTalk[] {
  const slots = slotsOf(rows);
  return slots
    .flatMap((slot, at) => {
      const named = talkIn(slot);
      const next = slots.slice(at + 1, at + 20).find(({ span }) => span !== null)?.span ?? null;
      return named === null ? [] : [{ ...named, minutes: slot.minutes ?? lengthOf(slot.span, next) }];
    })
    .slice(0, MAX_TALKS);
}

function slotsOf(rows: readonly Row[]): readonly Slot[] {
  let columns = UNNAMED;
  return rows.flatMap((row) => {
    if (row.some(({ text }) => text.length > MAX_LINE)) return [];
    const header = columnsOf(row);
    columns = header ?? (row.length > 1 ? columns : UNNAMED);
    return header === null ? [slotOf(row, columns)] : [];
  });
}

function columnsOf(row: Row): Columns | null {
  const names = row.map(({ text }) => narrow(text));
  const who = names.findIndex((name) => SPEAKER_COLUMN.test(name));
  const what = names.findIndex((name) => TITLE_COLUMN.test(name));
  return row.length > 1 && (who >= 0 || what >= 0) ? { who, what } : null;
}

/** Cells that hold nothing but a time or a length are emptied, so that the others stay in their columns. */
function slotOf(row: Row, columns: Columns): Slot {
  const cells = row.length > 1 ? row : withoutTime(row[0] ?? NOTHING);
  const spans = cells.map(({ text }) => spanAt(narrow(text)));
  const timed = spans.flatMap((span, at) => (span?.length === cells[at]?.text.length ? (span ?? []) : []));
  const [first, second] = timed;
  const isLater = first && second && first.to === null && second.from > first.from;
  const minutes = cells
    .map(({ text }) => minutesIn(narrow(text))?.minutes ?? null)
    .find((each) => each !== null);
  return {
    cells: cells.map((cell, at) => (spans[at]?.length === cell.text.length ? NOTHING : withoutMinutes(cell))),
    span: isLater ? { ...first, to: second.from } : (first ?? null),
    minutes: minutes ?? null,
    columns,
  };
}

const NOTHING: Inline = { text: '', links: [] };

/** A line as a row: `19:10 – 19:30 | title | @x` has cells as a table's has. */
function withoutTime(line: Inline): Row {
  const span = spanAt(narrow(line.text));
  if (span === null) return [line];
  const rest = slice(line, span.length);
  const cuts = [...rest.text.matchAll(/\s*[|｜]\s*/gu)].map(({ index, 0: sign }) => [
    index,
    index + sign.length,
  ]);
  const cells = [...cuts, [rest.text.length]].map(([end], at) => slice(rest, cuts[at - 1]?.[1] ?? 0, end));
  return [slice(line, 0, span.length), ...cells];
}

function withoutMinutes(cell: Inline): Inline {
  const found = minutesIn(narrow(cell.text));
  if (found === null) return cell;
  const [start, end] = found.at;
  if (end === cell.text.length) return slice(cell, 0, start);
  if (start === 0) return slice(cell, end);
  // In the middle of a title it is a word of the title, unless it stands in brackets behind a slot.
  const label = slice(cell, 0, start);
  return /^[(（[]/u.test(cell.text.slice(start).trimStart()) ? joined(label, slice(cell, end)) : cell;
}

function joined(one: Inline, other: Inline): Inline {
  const gap = one.text.length + 1;
  const moved = other.links.map((link) => ({ ...link, start: link.start + gap, end: link.end + gap }));
  return { text: `${one.text} ${other.text}`, links: [...one.links, ...moved] };
}

function talkIn({ cells, span, columns }: Slot): Named | null {
  const filled = cells.filter(({ text }) => text !== '');
  const named =
    filled.length > 1 ? talkInCells(cells, columns) : talkInLine(filled[0] ?? NOTHING, span !== null);
  return named === null || isNoTalk(named.title) ? null : named;
}

/** Of a table without a header the first cell that can be a person is one, after the first that is a title. */
function talkInCells(cells: readonly Inline[], columns: Columns): Named | null {
  const filled = cells.filter(({ text }) => text !== '');
  const who =
    columns.who >= 0 ? cells[columns.who] : (filled.slice(1).find(isPerson) ?? filled.find(isPerson));
  const what = columns.what >= 0 ? cells[columns.what] : filled.find((cell) => cell !== who);
  if (!who || !what || who === what) return null;
  const title = titleOf(lineOf(what).text);
  const speakers = isPerson(lineOf(who)) ? peopleOf(lineOf(who)).flatMap(nameOf) : [];
  return title === null || speakers.length === 0 ? null : { title, speakers };
}

/** A cell may go on about the talk below its title. */
const lineOf = (cell: Inline): Inline => {
  const end = cell.text.indexOf('\n');
  return end < 0 ? cell : slice(cell, 0, end);
};

const isPerson = (cell: Inline): boolean =>
  !isNoTalk(cell.text) &&
  (isNameLike(cell.text) || cell.text.split(/[,、&＆\n]/u).every((name) => isNameLike(name.trim())));

function talkInLine(line: Inline, isTimed: boolean): Named | null {
  if (!isTimed && !beginsWithSlot(line.text)) return null;
  const linked = isTimed ? linkedSpeaker(line) : null;
  if (linked !== null) return linked;
  const { title, speakers, form, isSlot } = readTalkLine(line);
  const names = speakers.flatMap(nameOf);
  const isClear = (isTimed || isSlot) && CLEAR.has(form) && !names.some(isNoTalk);
  return isClear && title !== null && names.length > 0 ? { title, speakers: names } : null;
}

/** `title [name](profile)`: who is linked at the end of the line. */
function linkedSpeaker(line: Inline): Named | null {
  const link = line.links.find(({ end, url }) => end === line.text.length && handleOf(url) !== null);
  if (link === undefined || link.start === 0) return null;
  const before = line.text.slice(0, link.start).replace(/\s*(?:[-–—/|(（]|\bby:?)\s*$/iu, '');
  const title = titleOf(before);
  const speakers = peopleOf(slice(line, link.start)).flatMap(nameOf);
  return title === null || speakers.length === 0 ? null : { title, speakers };
}

const nameOf = ({ name, handle }: Speaker): readonly string[] =>
  name === null ? (handle === null ? [] : [`@${handle}`]) : [name];

function lengthOf(span: Span | null, next: Span | null): number | null {
  const end = span?.to ?? next?.from;
  if (span === null || end === undefined) return null;
  const minutes = (end - span.from + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return minutes > 0 && minutes <= MAX_MINUTES ? minutes : null;
}
