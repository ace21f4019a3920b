/** A note before it is kept: what would be in it, whose words, and what has to be seen to first. */
import type { ListItem, PhrasingContent, Root } from 'mdast';
import type { NoteConsent, NoteLook, NoteMessage } from '../port.ts';
import type { Words } from '../words/index.ts';
import {
  bullets,
  code,
  emphasis,
  heading,
  item,
  joined,
  numbered,
  paragraph,
  root,
  strong,
  time,
} from './build.ts';
import { short } from './short.ts';

/** Messages on a page of the preview: each has a button, and a chat has room for ten besides the others. */
export const onPage = 10;

/** Characters of a message that one knows it by. */
const longestWords = 80;

interface Reading {
  readonly words: Words;
  /** IANA name. */
  readonly zone: string;
  readonly consent: NoteConsent;
  /** From 0. */
  readonly page: number;
}

export function notePreview(look: NoteLook, reading: Reading): Root {
  const { words, consent, page } = reading;
  const said = words.note;
  const { event, candidates, tags, path, change, messages, cutAt, secrets } = look;
  const kept = messages.filter(({ leftOut }) => leftOut === null).length;
  const titles = candidates.map(({ title, day }) => `${title} (${day})`).join(', ');
  const shown = messages.slice(page * onPage, (page + 1) * onPage);
  return root(
    heading(3, said.preview(look.title)),
    bullets([
      item(paragraph(`${said.event}: `, event === null ? said.noEvent : `${event.title} (${event.day})`)),
      ...(event === null && candidates.length > 0 ? [item(paragraph(said.whichEvent(titles)))] : []),
      ...(tags.length > 0 ? [item(paragraph(`${said.tags}: ${tags.join(', ')}`))] : []),
      item(paragraph(`${said.file}: `, code(path), ` (${said.change[change]})`)),
      item(paragraph(said.counted(kept, messages.length))),
    ]),
    cutAt !== null && paragraph(said.cutAt(messages.length, cutAt)),
    paragraph(said.policy[consent]),
    bullets(look.authors.map((author) => item(paragraph(authorLine(author, words))))),
    secrets.length > 0 && paragraph(strong(said.secrets(secrets.length))),
    secrets.length > 0 && bullets(secrets.slice(0, onPage).map((secret) => secretItem(secret, look, words))),
    numbered(
      page * onPage + 1,
      shown.map((message) => item(paragraph(...messageLine(message, reading)))),
    ),
  );
}

const authorLine = ({ name, messages, says }: NoteLook['authors'][number], { note }: Words): string =>
  note.author(name, messages, note.says[says ?? 'null']);

function secretItem(
  secret: NoteLook['secrets'][number],
  { messages }: NoteLook,
  { note, noteSecret }: Words,
): ListItem {
  const number = messages.findIndex(({ id }) => id === secret.id) + 1;
  const kind = (noteSecret as Readonly<Record<string, string>>)[secret.kind] ?? secret.kind;
  const line = number > 0 ? note.secret(number, kind, secret.hint) : note.secretInTitle(kind, secret.hint);
  return item(paragraph(line));
}

/** One that is left out is in italics, with the reason. */
function messageLine(message: NoteMessage, { words, zone }: Reading): readonly PhrasingContent[] {
  const said = words.note;
  const { author, at, edited, leftOut } = message;
  const parts = joined(' · ', [
    [strong(author ?? said.nobody)],
    [time(at.toISOString(), zone, 'clock')],
    ...(edited ? [[said.edited]] : []),
    [short([message.words, ...message.files].filter((each) => each !== '').join(' 📎 '), longestWords)],
  ]);
  return leftOut === null
    ? parts
    : [emphasis(...parts), { type: 'text', value: ` – ${said.leftOut[leftOut]}` }];
}
