/** A prepared note as it is shown before it is kept. */
import type { Root } from 'mdast';
import { mergeNote } from '../../note/merge.ts';
import { printRegion, writeHeader } from '../../note/print.ts';
import type { LeftOut, NoteLook, NoteMessage } from '../../port.ts';
import { viewText } from '../../view/text.ts';
import { short } from '../../view/short.ts';
import { pathFor } from './place.ts';
import type { Prepared } from './prepare.ts';
import type { NoteRoom } from './room.ts';

export async function lookOf(prepared: Prepared, room: NoteRoom): Promise<NoteLook> {
  const { conversation, selection, event, candidates, title, manuscript, secrets } = prepared;
  const path = await pathFor(prepared, room);
  const inner = printRegion(manuscript, path);
  const merged = mergeNote({
    before: await room.library.text(path),
    header: writeHeader(manuscript),
    key: manuscript.key,
    url: manuscript.source.url,
    inner,
    hash: room.hash,
  });
  return {
    at: conversation.thread.ref,
    place: conversation.thread.place,
    title,
    event: event && {
      id: event.happening.id,
      title: event.happening.title,
      day: event.happening.start.slice(0, 10),
    },
    candidates,
    tags: manuscript.tags,
    path,
    change: merged.did,
    messages: messagesOf(prepared),
    authors: selection.authors,
    secrets,
    cutAt: conversation.cutAt,
    text: inner,
  };
}

/** Characters of a message that are looked at. */
const longestWords = 200;

/** What is kept is shown as it is kept: masked, and under the names that are kept. */
function messagesOf({ conversation, selection, manuscript }: Prepared): readonly NoteMessage[] {
  const kept = new Map(manuscript.entries.map(({ id, body }) => [id, body]));
  const dropped = new Map<string, LeftOut>(selection.dropped.map(({ id, reason }) => [id, reason]));
  const names = new Map(selection.authors.map(({ id, name }) => [id, name]));
  return conversation.remarks.map((remark) => ({
    id: remark.id,
    author: names.get(remark.author.id) ?? remark.author.name,
    at: remark.at,
    edited: remark.edited !== null,
    words: wordsOf(kept.get(remark.id) ?? remark.body),
    files: remark.files.map(({ name }) => name),
    leftOut: dropped.get(remark.id) ?? null,
  }));
}

const wordsOf = (body: Root): string =>
  short(viewText(body, 'en').replaceAll(/\s+/gu, ' ').trim(), longestWords);
