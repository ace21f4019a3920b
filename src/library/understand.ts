/** A file → all that the index keeps of it. Nothing is lost: what no parser understands is kept as plain text, with a problem. */
import { readSettings } from '../config.ts';
import { readDigest } from '../content/digest-file.ts';
import { readEvent } from '../content/event.ts';
import { readReport } from '../content/report.ts';
import type { Context, Source } from '../content/report.ts';
import { mentionedIn } from '../event/mentioned.ts';
import type { FileInfo, FileText, IndexedFile, Problem, Report, Word } from '../port.ts';
import { passageOfEvent, passagesOf } from '../search/passage.ts';
import type { Analysed } from '../search/passage.ts';
import { vocabularyOf } from '../search/vocabulary.ts';
import { digestCard, eventCards, problemCards, reportCards, settingsCard } from './card.ts';

export const settingsFile = 'community.md';
const never = '9999';

type Kept = Omit<IndexedFile, keyof FileInfo>;

/** What became of reading `info`; `context` says what a date without a zone means and how ids are made. */
export function understand(info: FileInfo, file: FileText, context: Context): IndexedFile {
  const kept = file.text === null ? nothing : keep({ path: info.path, text: file.text }, context);
  return { ...info, ...kept, cards: [...kept.cards, ...problemCards(file.problems)] };
}

const nothing: Kept = { shown: '', passages: [], cards: [], words: [] };

function keep(source: Source, context: Context): Kept {
  try {
    if (source.path === settingsFile) return keepSettings(source);
    const digest = readDigest(source, context);
    if (digest !== null) return { ...nothing, cards: [digestCard(digest)] };
    const event = readEvent(source, context);
    if (event === null) return keepReport(readReport(source, context), context);
    const passages = [passageOfEvent(event)];
    return { shown: '', passages, cards: eventCards(event), words: wordsOf(passages) };
  } catch {
    // A parser threw on data. The text itself can still be found.
    return keepReport(plainReport(source, context), context);
  }
}

function keepSettings(source: Source): Kept {
  const { settings, problems } = readSettings(source);
  return { ...nothing, cards: [settingsCard(settings), ...problemCards(problems)] };
}

/** What is kept of a report that has been read. */
export function keepReport(report: Report, context: Context): Kept {
  const passages = passagesOf(report);
  return {
    shown: shownFrom(report),
    passages,
    cards: reportCards(report, mentionedIn(report, context)),
    words: wordsOf(passages),
  };
}

const wordsOf = (passages: readonly Analysed[]): readonly Word[] =>
  vocabularyOf(passages.flatMap(({ cuts }) => cuts));

/** A date that the author gave hides a report until then; one that was only read out of its text does not. */
function shownFrom({ hidden, date }: Report): string {
  if (hidden) return never;
  const given = date?.source === 'frontmatter' || date?.source === 'filename';
  return given ? date.value : '';
}

const parserFailed: Problem = { line: 1, code: 'parser-failed', detail: '' };

const plainReport = ({ path, text }: Source, { hash }: Context): Report => ({
  id: hash(path),
  file: path,
  title: path.slice(path.lastIndexOf('/') + 1),
  date: null,
  meetup: { date: null, series: null, number: null, city: null, url: null },
  sections: [],
  tags: [],
  language: null,
  links: [],
  mentioned: [],
  text,
  isTalk: false,
  speakers: [],
  slides: [],
  hidden: false,
  problems: [parserFailed],
});
