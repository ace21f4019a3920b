/** The content of a heading or a paragraph as one string that remembers which of its letters are links. */
import type { PhrasingContent } from 'mdast';

export interface Link {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

export interface Inline {
  readonly text: string;
  readonly links: readonly Link[];
}

/** Runs of spaces and tabs are made one space, hard breaks a line break; pictures are left out. */
export function inlineOf(nodes: readonly PhrasingContent[]): Inline {
  const links: Link[] = [];
  let text = '';
  const visit = (node: PhrasingContent): void => {
    const start = text.length;
    if (node.type === 'break') text += '\n';
    else if ('value' in node) text += node.value.replace(/[ \t]+/g, ' ');
    else if ('children' in node) for (const child of node.children) visit(child);
    if (node.type === 'link' && text.length > start) links.push({ start, end: text.length, url: node.url });
  };
  for (const node of nodes) visit(node);
  return trimmed({ text, links });
}

/** A part of it, trimmed, with the links that reach into it. */
export function slice({ text, links }: Inline, start: number, end = text.length): Inline {
  const inside = links
    .filter((link) => link.end > start && link.start < end)
    .map((link) => ({
      ...link,
      start: Math.max(link.start, start) - start,
      end: Math.min(link.end, end) - start,
    }));
  return trimmed({ text: text.slice(start, end), links: inside });
}

function trimmed({ text, links }: Inline): Inline {
  const lead = text.length - text.trimStart().length;
  const plain = text.trim();
  const moved = links.map((link) => ({
    ...link,
    start: Math.max(0, link.start - lead),
    end: Math.min(plain.length, link.end - lead),
  }));
  return { text: plain, links: moved };
}

/**
 * The same text with ASCII signs for full-width ones: `（＠ｘ）` → `(@x)`. As long as the text, letter by letter, so that
 * what is found in one can be cut from the other.
 */
export function narrow(text: string): string {
  return text.replace(/[！-～\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
