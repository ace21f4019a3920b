/** Slides: which links are decks, and which decks are a talk's own. */
import type { Link, Nodes, Paragraph } from 'mdast';
import type { Speaker } from '../model.ts';
import { lettersOf } from './letters.ts';
import { plainText } from './plain.ts';
import { DECK_PATH, SLIDE_HOSTS, type SlideHost } from './slide-hosts.ts';
import { CITED, SLIDE_LABEL } from './talk-words.ts';
import { linksOf, nodesOf } from './walk.ts';

/** Where a deck lives, and who uploaded it where its address says so. `null`: not the address of a deck. */
export function deckAt(url: string): { readonly owner: Speaker | null } | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const host = SLIDE_HOSTS.find((known) => known.host.test(hostname) && known.deck.test(pathname));
  if (host) return { owner: ownerOf(host, pathname) };
  return DECK_PATH.test(pathname) ? { owner: null } : null;
}

function ownerOf(host: SlideHost, pathname: string): Speaker | null {
  const user = host.deck.exec(pathname)?.groups?.['user'];
  if (user === undefined || !host.profile) return null;
  return { name: null, handle: user, url: host.profile(user) };
}

/** A talk that looks for its slides. */
export interface Owner {
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
}

/**
 * The decks in these nodes that are the talk's own, first mention first: labelled as slides, alone on their line,
 * named like the talk or uploaded by its speaker. A deck that the text merely cites is not.
 */
export function ownSlides(nodes: readonly Nodes[], owner: Owner): readonly string[] {
  const found = new Set<string>();
  let before = '';
  for (const block of nodes.flatMap(nodesOf).filter(isBlock)) {
    const around = plainText(block);
    for (const link of linksOf([block])) if (isOwn({ link, around, before }, owner)) found.add(link.url);
    before = around;
  }
  return [...found];
}

function isBlock(node: Nodes): node is Paragraph {
  return node.type === 'paragraph';
}

interface Mention {
  readonly link: Link;
  /** The text of the paragraph that it stands in, and of the one above. */
  readonly around: string;
  readonly before: string;
}

function isOwn(mention: Mention, owner: Owner): boolean {
  const { link, around, before } = mention;
  const text = plainText(link);
  const lead = around.slice(0, Math.max(0, around.indexOf(text)));
  const deck = deckAt(link.url);
  // "Slides: [title](anywhere)": the label vouches for an address that no table knows.
  if (!deck) return /^[^:：]{0,12}(?:スライド|発表資料|slides?)\s*[:：]\s*$/i.test(lead);
  if (isAlike(text, owner.title) || isUploadedBy(deck.owner, owner.speakers)) return true;
  if (CITED.test(lead)) return false;
  if (
    SLIDE_LABEL.test(lead) ||
    SLIDE_LABEL.test(text) ||
    SLIDE_LABEL.test(around.slice(lead.length + text.length))
  )
    return true;
  const isAlone = around.length - text.length <= 4;
  return isAlone && !(CITED.test(before) && /[、,:：はが]$/.test(before));
}

function isUploadedBy(owner: Speaker | null, speakers: readonly Speaker[]): boolean {
  const user = owner?.handle?.toLowerCase();
  return (
    user !== undefined &&
    speakers.some(({ handle, name }) => [handle, name].some((known) => known?.toLowerCase() === user))
  );
}

/** Do two titles share most of their letter pairs, or one contain the other? */
function isAlike(text: string, title: string | null): boolean {
  if (title === null) return false;
  const [a, b] = [lettersOf(text).slice(0, 200), lettersOf(title).slice(0, 200)];
  if (a.length < 4 || b.length < 4) return a === b && a !== '';
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = pairsOf(a);
  const shared = [...pairsOf(b)].filter((pair) => pairs.has(pair)).length;
  return shared * 2 > Math.min(pairs.size, b.length - 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)));
}
