/** What the first lines below a heading say of the speakers: `Speaker: @x`, a name alone, "xさんの登壇", a comment. */
import type { Paragraph, RootContent } from 'mdast';
import type { Speaker } from '../model.ts';
import { inlineOf, narrow, slice, type Inline } from './inline.ts';
import { handleOf, isNameLike, peopleOf, personOf, unique } from './person.ts';
import { HONORIFIC, LEADING } from './person-words.ts';
import { PROSE_SPEAKER, SPEAKER_LABEL } from './talk-words.ts';
import { itemsOf, lineOf } from './walk.ts';

/** How many blocks below a heading may name the speakers. */
const BLOCKS = 4;
/** And how many of their letters. */
const MAX_TEXT = 300;

/** People whom the first blocks of a section name as its speakers. */
export function speakersBelow(body: readonly RootContent[]): readonly Speaker[] {
  const blocks = body.slice(0, BLOCKS);
  for (const [index, block] of blocks.entries()) {
    const named = [labelled(block, body[index + 1]), index < 2 ? alone(block) : [], prose(block)];
    const found = named.find((people) => people.length > 0);
    if (found) return found;
  }
  return [];
}

/** `<!-- @name -->` in the lines below a heading: the tree has no comments any more. */
export function speakersInComments(lines: readonly string[]): readonly Speaker[] {
  return lines.slice(0, 4).flatMap((line) => {
    const handle = /<!--\s{0,9}@(\w{1,39})\s{0,9}-->/.exec(line)?.[1];
    return handle === undefined ? [] : [{ name: null, handle, url: null }];
  });
}

/** `Speaker: @x`, also as a list item; or the label alone with a list of people below it. */
function labelled(block: RootContent, next: RootContent | undefined): readonly Speaker[] {
  const lines = paragraphsOf(block).flatMap((paragraph) => linesOf(inlineOf(withoutAffiliation(paragraph))));
  for (const line of lines) {
    const label = SPEAKER_LABEL.exec(narrow(line.text));
    if (!label) continue;
    const rest = slice(line, label[0].length);
    if (rest.text !== '') return /[:：]\s*$/.test(label[0]) ? peopleOf(rest) : [];
    const people = itemsOf(next ? [next] : []).flatMap((item) => {
      const own = lineOf(item);
      return own ? personIn(inlineOf(own.children)) : [];
    });
    return unique(people);
  }
  return [];
}

/** `Name *University*, Name *Company*`: what is emphasised behind a name is where they work. */
function withoutAffiliation({ children }: Paragraph): Paragraph['children'] {
  return children.filter((node, index) => index === 0 || node.type !== 'emphasis');
}

function paragraphsOf(block: RootContent): readonly Paragraph[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'blockquote') return block.children.flatMap(paragraphsOf);
  return block.type === 'list' ? block.children.flatMap((item) => lineOf(item) ?? []) : [];
}

function linesOf(whole: Inline): readonly Inline[] {
  const inline = slice(whole, 0, MAX_TEXT);
  let start = 0;
  return inline.text.split('\n').map((line) => {
    const part = slice(inline, start, start + line.length);
    start += line.length + 1;
    return part;
  });
}

/** A paragraph that is a person and nothing else: a handle, a profile's link, `13:20-14:00 Name Name`. */
function alone(block: RootContent): readonly Speaker[] {
  if (block.type !== 'paragraph') return [];
  const [first] = linesOf(inlineOf(block.children));
  return first ? personIn(first) : [];
}

function personIn(line: Inline): readonly Speaker[] {
  const time = /^\d{1,2}:\d{2}\s*[-–~〜]\s*\d{1,2}:\d{2}\s+/.exec(narrow(line.text))?.[0].length;
  const rest = slice(line, time ?? 0);
  const isProfile = rest.links.some(({ url }) => handleOf(url) !== null);
  const text = narrow(rest.text).replace(/ \/ (?:Twitter|X)$/, '');
  const isPerson = /@\w/.test(text) || isProfile || HONORIFIC.test(text) || time !== undefined;
  return isPerson && text.length <= 60 && isNameLike(text) && !/^https?:/.test(text) ? peopleOf(rest) : [];
}

/** `さくらの[やっさん](…)さんの登壇、…` → やっさん, with the address. */
function prose(block: RootContent): readonly Speaker[] {
  if (block.type !== 'paragraph') return [];
  const inline = slice(inlineOf(block.children), 0, MAX_TEXT);
  const match = PROSE_SPEAKER.exec(inline.text);
  if (!match?.[1] || match.index > 60) return [];
  const end = match.index + match[1].length;
  const link = inline.links.find((candidate) => candidate.end === end);
  // The honorific stands behind the link: what the link says is the name, even if it ends like one (やっさん).
  if (link) return [linked(slice(inline, link.start, link.end), link.url)];
  const name = nearestName(match[1]);
  return name !== '' && isNameLike(name) ? personOf({ text: name, links: [] }) : [];
}

function linked({ text }: Inline, url: string): Speaker {
  const plain = narrow(text);
  if (plain.startsWith('@')) return { name: null, handle: plain.slice(1), url };
  return { name: text, handle: handleOf(url), url };
}

/** The last word of what stands before さん: no company, no "引き続き". */
function nearestName(text: string): string {
  const last = text.split(/[、。,]|(?<=[\p{sc=Han}\p{sc=Katakana}ーA-Za-z0-9])の(?=[\p{L}])/u).at(-1) ?? '';
  return last.trim().replace(LEADING, '').trim();
}
