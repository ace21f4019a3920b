/** What one may type, and what it means. */
import type { List, RootContent } from 'mdast';
import type { Words } from '../words/index.ts';
import { bullets, code, item, paragraph } from './build.ts';

/** A table of what is typed and what it means, as a list. */
export const meanings = (table: Readonly<Record<string, string>>): List =>
  bullets(Object.entries(table).map(([typed, meaning]) => item(paragraph(code(typed), ` — ${meaning}`))));

/** The filters of a search, and its phrases. */
export const searchHelp = ({ help }: Words): RootContent[] => [
  paragraph(help.filters),
  meanings(help.filter),
  paragraph(help.phrase),
];
