/**
 * HTML → what it says, line by line. Its tags are read from left to right and make no tree: a parser of HTML takes minutes
 * for tags that are nested to be slow, and a service's text is anybody's.
 */
import { slice, type Inline, type Link } from '../content/inline.ts';
import { decoded } from '../view/entity.ts';

/** A line; of a table's row the cells, of which some may be empty. */
export type Row = readonly Inline[];

/** A comment, an element whose content nobody reads, a tag, or text. Each letter is looked at a bounded number of times. */
const TOKEN =
  /<!--[^]*?(?:-->|$)|<(?<silent>script|style|template|noscript|iframe|textarea|title|svg|math)\b[^<>]*>[^]*?(?:<\/\k<silent>[^<>]*>?|$)|<(?<end>\/?)(?<name>[a-z][a-z\d]{0,15})(?<attributes>(?:[\s/][^<>]{0,4000})?)>|(?<text>(?:[^<]|<(?![a-z/!]))+|<)/giu;

const HREF = /\shref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/iu;

/** Tags that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody thead tr ul'.split(
    ' ',
  ),
);
const ROWS: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tr']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

interface Page {
  readonly rows: Inline[][];
  cells: Inline[];
  text: string;
  /** White space that stands before the next word, if there is one. */
  gap: '' | ' ' | '\n';
  links: Link[];
  /** Where the link that is open began, and where it leads. */
  open: { readonly start: number; readonly url: string } | null;
  /** Are these the cells of a table's row? */
  isTable: boolean;
}

/** Never throws. Linear in the length of the text. */
export function rowsOf(html: string): readonly Row[] {
  const page: Page = { rows: [], cells: [], text: '', gap: '', links: [], open: null, isTable: false };
  const isPlain = !html.matchAll(/<([a-z][a-z\d]{0,15})/giu).some(([, name = '']) => isBlock(name));
  for (const { groups = {} } of html.matchAll(TOKEN)) {
    const name = groups['name']?.toLowerCase();
    if (name !== undefined) tag(page, name, groups['end'] === '' ? (groups['attributes'] ?? '') : null);
    else if (groups['text'] !== undefined) write(page, groups['text'], isPlain);
  }
  endRow(page);
  return page.rows;
}

const isBlock = (name: string): boolean => BLOCKS.has(name.toLowerCase());

/** Text that has no tags for lines has its own. */
function write(page: Page, text: string, isPlain: boolean): void {
  const [first = '', ...more] = isPlain ? text.split(/\r?\n/u) : [text];
  append(page, first);
  for (const line of more) {
    endRow(page);
    append(page, line);
  }
}

function append(page: Page, text: string): void {
  const spaced = decoded(text).replace(/\s+/gu, ' ');
  const words = spaced.trim();
  if (spaced.startsWith(' ')) page.gap ||= ' ';
  if (words === '') return;
  page.text += `${page.text === '' ? '' : page.gap}${words}`;
  page.gap = spaced.endsWith(' ') ? ' ' : '';
}

/** `attributes`: `null` where the tag ends an element. */
function tag(page: Page, name: string, attributes: string | null): void {
  if (name === 'a') {
    closeLink(page);
    const [, ...urls] = HREF.exec(attributes ?? '') ?? [];
    const url = urls.find((each) => each !== undefined);
    if (url !== undefined) page.open = { start: page.text.length, url: decoded(url) };
  } else if (CELLS.has(name)) {
    if (attributes === null) return;
    if (page.isTable || page.text !== '') endCell(page);
    page.isTable = true;
  } else if (page.isTable && !ROWS.has(name)) {
    if (isBlock(name)) page.gap = '\n';
  } else if (isBlock(name)) endRow(page);
}

function closeLink(page: Page): void {
  if (page.open !== null && page.text.length > page.open.start)
    page.links.push({ start: page.open.start, end: page.text.length, url: page.open.url });
  page.open = null;
}

function endCell(page: Page): void {
  closeLink(page);
  page.cells.push(slice({ text: page.text, links: page.links }, 0));
  page.text = '';
  page.gap = '';
  page.links = [];
}

function endRow(page: Page): void {
  endCell(page);
  if (page.cells.some(({ text }) => text !== '')) page.rows.push(page.cells);
  page.cells = [];
  page.isTable = false;
}
