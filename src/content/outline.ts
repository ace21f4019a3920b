/** Text → its parts: what stands before the first heading, and each heading with the lines below it. */
import { codeLines } from './code-lines.ts';
import { headingAt, isGlued, type Heading } from './heading-lines.ts';
import { withoutNotes } from './note-marker.ts';
import { pseudoHeadings } from './pseudo-headings.ts';

/** A heading and the lines that follow it, up to the next heading of any level. */
export interface Part {
  /** 1–6; 0 for what stands before the first heading. */
  readonly level: number;
  /** Raw text as in the file, HTML among it; `''` before the first heading. */
  readonly heading: string;
  /** Is the heading HTML? Then `heading` is its content. */
  readonly isHtml: boolean;
  /** 0-based line of the heading within the text. */
  readonly line: number;
  /** 0-based line on which `lines` start. */
  readonly start: number;
  readonly lines: readonly string[];
}

/**
 * Cuts a text at its headings. Code, comments and lists start no part; a hashtag is no heading, and neither is a
 * sentence with a rule right below it. Linear.
 */
export function outline(text: string): readonly Part[] {
  const lines = text.split('\n');
  const marks = marksOf(text, lines);
  const first = { level: 0, text: '', isHtml: false, line: 0, start: 0, rest: '' };
  return [first, ...marks].map((mark, index): Part => {
    const below = lines.slice(mark.start, marks[index]?.line);
    return {
      level: mark.level,
      heading: mark.text,
      isHtml: mark.isHtml,
      line: mark.line,
      start: mark.start - (mark.rest === '' ? 0 : 1),
      lines: calm(mark.rest === '' ? below : [mark.rest, ...below]),
    };
  });
}

/** Headings; what looks like some counts where there are none besides the title. What was said in bold is none. */
function marksOf(text: string, lines: readonly string[]): readonly Heading[] {
  const found = headings(lines);
  const [title, ...others] = found;
  const alike = (level: number): readonly Heading[] => pseudoHeadings(withoutNotes(text).split('\n'), level);
  if (!title) return alike(2);
  const isTitle = others.length === 0 && lines.slice(0, title.line).every((line) => line.trim() === '');
  return isTitle ? [title, ...alike(Math.min(6, title.level + 1))] : found;
}

function headings(lines: readonly string[]): readonly Heading[] {
  const code = codeLines(lines);
  const isGluedStyle = lines.some((line, index) => !code[index] && isGlued(line));
  const found: Heading[] = [];
  let inList = false;
  for (let line = 0; line < lines.length; line += 1) {
    if (code[line]) continue;
    const heading = headingAt({ lines, line, inList, isGluedStyle });
    if (heading && heading.text !== '') found.push(heading);
    inList = heading === null && isInList(lines, line, inList);
    if (heading) line = heading.start - 1;
  }
  return found;
}

function isInList(lines: readonly string[], line: number, before: boolean): boolean {
  const text = lines[line] ?? '';
  if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(text)) return true;
  const ends = text.trim() !== '' && !/^[ \t]/.test(text) && (lines[line - 1] ?? '').trim() === '';
  return before && !ends;
}

/** A rule right below a sentence would make it a heading to a parser: `***` is a rule wherever it stands. */
function calm(lines: readonly string[]): readonly string[] {
  const code = codeLines(lines);
  return lines.map((line, index) =>
    !code[index] && /^ {0,3}(?:-{2,}|={2,})[ \t]*$/.test(line) ? '***' : line,
  );
}
