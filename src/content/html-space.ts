/**
 * Spaces of HTML as a browser shows them, in one pass. hast-util-minify-whitespace looks ahead from every element to the
 * next word: for elements without words that is the square of their number.
 */
import type { Nodes, Root, Text } from 'hast';

const names = (all: string): ReadonlySet<string> => new Set(all.split(' '));

/** At their edges, spaces are not shown. */
const BLOCKS = names(
  'address article aside blockquote body br caption center col colgroup dd dialog dir div dl dt figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre section summary table tbody td tfoot th thead tr ul wbr xmp',
);

/** Spaces beside them are, as beside words. */
const WORDS = names(
  'audio button canvas embed iframe img input math object picture select svg textarea video',
);

/** Spaces in them are shown as they are, or are no text. */
const VERBATIM = names('listing plaintext pre script style xmp');

/** Collapses spaces; drops those that are not shown, and texts that are empty without. Changes the tree. Linear. */
export function trimSpaces(root: Root): void {
  /** The text that ends with a space, if only edges can follow it. */
  let last: Text | null = null;
  /** Would another space not be shown here? */
  let isSpaced = true;
  const word = (): void => {
    [last, isSpaced] = [null, false];
  };
  const edge = (): void => {
    if (last !== null) last.value = last.value.slice(0, -1);
    [last, isSpaced] = [null, true];
  };
  const trim = (node: Text): void => {
    const value = node.value.replaceAll(/[\t\n\v\f\r ]+/g, ' ');
    node.value = isSpaced && value.startsWith(' ') ? value.slice(1) : value;
    if (node.value === '') return;
    isSpaced = node.value.endsWith(' ');
    last = isSpaced ? node : null;
  };
  const visit = (node: Nodes): boolean => {
    if (node.type === 'text') trim(node);
    if (!('children' in node)) return node.type !== 'text' || node.value !== '';
    const name = node.type === 'element' ? node.tagName : 'body';
    const around = BLOCKS.has(name) ? edge : WORDS.has(name) ? word : null;
    around?.();
    if (!VERBATIM.has(name)) node.children = node.children.filter((child) => visit(child)) as never;
    around?.();
    return true;
  };
  visit(root);
}
