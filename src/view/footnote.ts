/** Footnotes where there are none: the note stands where it is written, and begins with the sign that leads to it. */
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { paragraph, text } from './build.ts';

/** `[1]`, where the text has it. */
export const signOf = ({ label, identifier }: FootnoteReference | FootnoteDefinition): string =>
  `[${label ?? identifier}]`;

/** The note with its sign. */
export function signed(note: FootnoteDefinition): FootnoteDefinition {
  const sign = text(`${signOf(note)} `);
  const [first, ...rest] = note.children;
  if (first?.type !== 'paragraph') return { ...note, children: [paragraph(sign), ...note.children] };
  return { ...note, children: [paragraph(sign, ...first.children), ...rest] };
}
