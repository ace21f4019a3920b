/** The title of a report: what its header says, else its first heading, else its file's name. */
import type { Chapter } from './chapter.ts';
import { textField } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';

export function reportTitle(header: FrontMatter, chapters: readonly Chapter[], path: string): string {
  const written = textField(header, ['title', 'タイトル']);
  if (written !== null) return written.normalize('NFC');
  const [, first] = chapters;
  const isTop =
    first !== undefined && chapters.every(({ level }, index) => index === 0 || level >= first.level);
  // `■ x` stands for a heading in a text that has none: it is one of several, and no title.
  const isSigned = /^[■□●○◆◇▼▽★☆【]/.test(first?.inline.text ?? '');
  return first && isTop && !isSigned && first.inline.text !== '' ? first.inline.text : nameOf(path);
}

/** `2018/2018-03-12-docker-meetup.md` → `docker meetup`; a README goes by its folder. */
function nameOf(path: string): string {
  const parts = path.split('/');
  const base = (parts.at(-1) ?? path).replace(/\.(?:md|markdown)$/i, '');
  const name = /^(?:readme|index)$/i.test(base) ? (parts.at(-2) ?? base) : base;
  const undated = name.replace(/^\d{4}-?\d{2}-?\d{2}[-_]?/, '');
  return (undated === '' ? name : undated).replace(/[-_]+/g, ' ').trim() || path;
}
