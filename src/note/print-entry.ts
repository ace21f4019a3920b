/** One message: who said it and when, what it answers, what it says, and what hangs on it. */
import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast';
import { printInert } from '../content/inert.ts';
import { recurring } from '../search/recurring.ts';
import { bullets, item, joined, link, paragraph, quote, root, strong } from '../view/build.ts';
import { plainly, safeUrl } from '../view/safe.ts';
import { wordedFor } from '../view/text.ts';
import { words } from '../words/index.ts';
import type { Entry, KeptFile, KeptQuote, Manuscript } from './manuscript.ts';
import { clockIn, dayIn } from './print-time.ts';

export interface Printing extends Pick<Manuscript, 'locale' | 'zone'> {
  /** By their ids. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of the file, relative to the content folder. */
  readonly path: string;
  /** Of entries that are answered, by their ids. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Milliseconds in which somebody goes on speaking. */
const breath = 5 * 60_000;

/** `before`: the entry above it. Without a line feed at its end. */
export function printEntry(entry: Entry, before: Entry | null, printing: Printing): string {
  const { quotes, body, files } = entry;
  const anchor = printing.anchors.get(entry.id);
  const isNamed = anchor !== undefined || !goesOn(entry, before, printing);
  const line = isNamed ? authorLine(entry, printing) : '';
  return [
    anchor === undefined ? line : `<a id="${anchor}"></a>${line}`,
    ...quotes.map((each) => print(root(quoted(each, printing)))),
    print(plainTree(body, printing)),
    ...printFiles(files, printing),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const print = (tree: Root): string => printInert(tree).replace(/\n+$/u, '');

function goesOn(
  { author, at, edited, quotes, body }: Entry,
  before: Entry | null,
  { zone }: Printing,
): boolean {
  if (before === null || edited !== null || quotes.length > 0 || author !== before.author) return false;
  // Two lists below one another would be one.
  if (body.children[0]?.type === 'list') return false;
  return at.getTime() - before.at.getTime() < breath && dayIn(zone, at) === dayIn(zone, before.at);
}

/** `**花子** · 19:03`: bold is only a part of the line, so that it is no heading. */
function authorLine({ author, at, edited }: Entry, { locale, zone }: Printing): string {
  const { nobody, edited: editedAt } = words[locale].noteText;
  const times = [clockIn(zone, at), ...(edited === null ? [] : [editedAt(clockIn(zone, edited))])];
  return `${boldly(author ?? nobody)} ${times.join(' · ')}`;
}

/** `**花子** ·` */
const boldly = recurring((name: string) => print(root(paragraph(strong(plainly(name)), ' ·'))));

/** Under the name of whose words they are, which leads to them where they stand here. */
function quoted({ author, of, body }: KeptQuote, printing: Printing) {
  const { entries, anchors, zone } = printing;
  const origin = of === null ? undefined : entries.get(of);
  const anchor = of === null ? undefined : anchors.get(of);
  const where: readonly (PhrasingContent | string)[] =
    origin === undefined || anchor === undefined ? [] : [link(`#${anchor}`, clockIn(zone, origin.at))];
  const head = joined(' · ', [author === null ? [] : [strong(plainly(author))], where]);
  return quote(
    ...(head.length === 0 ? [] : [paragraph(...head)]),
    ...(plainTree(body, printing).children as BlockContent[]),
  );
}

/** Times in words, and no way to reach anyone in private. */
const plainTree = (tree: Root, { locale, zone }: Printing): Root =>
  published(wordedFor(inZone(tree, zone) as Root, { locale, zone })) as Root;

/** A chat says an instant, and not where: here it is the community's zone. */
function inZone(node: Nodes, zone: string): Nodes {
  if (node.type === 'time') return { ...node, zone };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => inZone(child, zone)) } as Nodes;
}

/** A heading of somebody's is a line in bold: those of the file are the talks. */
function published(node: Nodes): Nodes {
  if ('value' in node) return { ...node, value: plainly(node.value) };
  if (node.type === 'image') return { ...node, alt: plainly(node.alt ?? '') };
  if (!('children' in node)) return node;
  if (node.type === 'heading') return published(paragraph(strong(...node.children)));
  const children = node.children.flatMap((child): readonly Nodes[] => {
    const inside = published(child);
    if (isEmpty(inside)) return [];
    const isDead = child.type === 'link' && !child.url.startsWith('#') && safeUrl(child.url) === null;
    return isDead && 'children' in inside ? inside.children : [inside];
  });
  return { ...node, children } as Nodes;
}

/** Signs of code and emphasis with nothing between them would be text. */
const isEmpty = (node: Nodes): boolean =>
  ((node.type === 'inlineCode' || node.type === 'text') && node.value === '') ||
  ((node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') &&
    node.children.length === 0);

/** Images are shown, papers are linked, and what is not kept is named. */
function printFiles(files: readonly KeptFile[], { path }: Printing): readonly string[] {
  const above = '../'.repeat(path.split('/').length - 1);
  const kept = files.filter((file) => file.path !== null);
  const named = files.filter((file) => file.path === null);
  return [
    ...kept.map(({ name, path: place, isImage }) => {
      const url = `${above}${place ?? ''}`;
      const alt = plainly(name);
      return print(root(paragraph(isImage ? { type: 'image', url, alt } : link(url, alt))));
    }),
    ...(named.length === 0
      ? []
      : [print(root(bullets(named.map(({ name }) => item(paragraph(plainly(name)))))))]),
  ];
}
