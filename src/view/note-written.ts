/** A note that was kept: what became of it, and the ways on. */
import type { Next, NoteWritten, Published, View } from '../port.ts';
import type { Words } from '../words/index.ts';
import { code, link, paragraph, root } from './build.ts';

export function writtenView(written: NoteWritten, words: Words): View {
  const said = words.note;
  const { key, title, path, change, kept, leftOut, report, published } = written;
  return {
    body: root(
      paragraph(said.written[change]),
      paragraph(title, ' ', code(path)),
      paragraph(said.keptOf(kept, leftOut)),
      published !== null && publishedLine(published, words),
    ),
    next: [
      ...(change === 'choice' ? choiceButtons(key, words) : []),
      ...(report === null ? [] : [{ label: words.button.report, command: 'report', input: report }]),
      ...(change === 'same' ? [] : [{ label: said.button.undo, command: 'undo', input: '' }]),
    ],
    data: written,
  };
}

export const choiceButtons = (key: string, { note }: Words): readonly Next[] => [
  { label: note.button.keepPeople, command: 'notes-settle', input: `key:${key} whose:people` },
  { label: note.button.keepBot, command: 'notes-settle', input: `key:${key} whose:bot` },
];

function publishedLine(published: Published, { note }: Words) {
  const said = note.published;
  if (published.status === 'pushed') return paragraph(said.pushed(published.commit.slice(0, 7)));
  if (published.status === 'proposed') return paragraph(said.proposed, ' ', whereProposed(published.url));
  return paragraph(said[published.status]);
}

/** Where nobody could be asked it is the name of a branch. */
const whereProposed = (url: string) => (URL.canParse(url) ? link(url, url) : code(url));
