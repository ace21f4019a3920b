/** A digest before it is posted: the message itself, why it says what it says, and how much of the platform's limits it takes. */
import type { ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { mostDropped } from '../digest/choose.ts';
import type { DigestItem, DigestPreview, Measured, View } from '../port.ts';
import { bullets, heading, item, paragraph, root, strong, text, time } from './build.ts';
import type { Tongue } from './results.ts';
import { viewText } from './text.ts';

export interface PreviewShown {
  readonly preview: DigestPreview;
  /** IANA name: the channel's. */
  readonly zone: string;
  /** Of the longest of its messages; none where nobody knows the platform's limits. */
  readonly measured: readonly Measured[];
  /** What was wrong with the last one, as the platform calls it; `null`: nothing. */
  readonly trouble: string | null;
}

/** It notifies nobody, whatever the digest does. */
export function previewView({ preview, zone, measured, trouble }: PreviewShown, tongue: Tongue): View {
  const { preview: said } = tongue.words.digest;
  const { channel, period, skipped, at, items } = preview;
  return {
    body: root(
      heading(3, said.title(channel, period)),
      paragraph(said.due, ' ', time(at.toISOString(), zone, 'moment')),
      skipped !== null && paragraph(strong(said.skipped[skipped])),
      trouble !== null && paragraph(strong(said.trouble(trouble))),
      rule,
      ...messagesOf(preview, tongue),
      rule,
      ...itemGroups(items, tongue),
      ...limitsOf(measured, tongue),
    ),
    next: [],
    data: preview,
  };
}

/** Its messages as plain text. */
export const previewText = ({ view, details, locale }: DigestPreview): string =>
  [view, ...(details === null ? [] : [details])].map(({ body }) => viewText(body, locale)).join('\n\n');

const rule: RootContent = { type: 'thematicBreak' };

function messagesOf({ view, details }: DigestPreview, { words }: Tongue): readonly RootContent[] {
  const { preview } = words.digest;
  const message = quiet(view.body).children;
  return [
    ...(message.length > 0 ? message : [paragraph(preview.nothing)]),
    ...(details === null ? [] : [paragraph(preview.inThread), ...quiet(details.body).children]),
  ];
}

/** Who would be notified is named. */
const quiet = (tree: Root): Root => quietNode(tree) as Root;

function quietNode(node: Nodes): Nodes {
  if (node.type === 'mention') return text(`@${node.name}`);
  return 'children' in node ? ({ ...node, children: node.children.map(quietNode) } as Nodes) : node;
}

function itemGroups(items: readonly DigestItem[], tongue: Tongue): readonly RootContent[] {
  const { preview } = tongue.words.digest;
  const parts = [
    { title: preview.told, all: items.filter(({ kept }) => kept) },
    { title: preview.untold, all: items.filter(({ kept }) => !kept) },
  ];
  return parts
    .filter(({ all }) => all.length > 0)
    .flatMap(({ title, all }) => {
      const groups = [...Map.groupBy(all, ({ kind, reason }) => `${kind} ${reason}`).values()];
      const isMore = groups.some(isCounted);
      return [
        paragraph(strong(title(countOf(all.length, isMore, tongue)))),
        bullets(groups.map((group) => groupItem(group, tongue))),
      ];
    });
}

/** Of what is not told, no more than that is looked at. */
const isCounted = (group: readonly DigestItem[]): boolean =>
  group.length >= mostDropped && group.every(({ kept }) => !kept);

function countOf(count: number, isMore: boolean, { words }: Tongue): string {
  const { preview } = words.digest;
  return isMore ? preview.atLeast(preview.things(count)) : preview.things(count);
}

/** Titles of a group that are named. */
const mostTitles = 5;

function groupItem(group: readonly DigestItem[], tongue: Tongue): ListItem {
  const { digest, report } = tongue.words;
  const { preview } = digest;
  const [first] = group;
  if (first === undefined) return item();
  const count = countOf(group.length, isCounted(group), tongue);
  const why = preview.group(preview.section[first.kind], preview.reason[first.reason], count);
  const titles = group.slice(0, mostTitles).map(({ title }) => title || report.untitled);
  const rest = group.length - titles.length;
  const named = [...titles, ...(rest > 0 ? [preview.more(rest)] : [])].join(' / ');
  return item(paragraph(`${why} `, named));
}

function limitsOf(measured: readonly Measured[], tongue: Tongue): readonly RootContent[] {
  if (measured.length === 0) return [];
  return [
    paragraph(strong(tongue.words.digest.preview.limits)),
    bullets(measured.map((each) => item(limitLine(each, tongue)))),
  ];
}

function limitLine({ of, used, most }: Measured, { words, locale }: Tongue): Paragraph {
  const { preview } = words.digest;
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(used / most);
  const line = `${preview.limit[of](number.format(used), number.format(most))} (${share})`;
  return used > most ? paragraph('⚠️ ', preview.tooMuch(line)) : paragraph(line);
}
