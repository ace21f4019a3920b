/** Answers as Markdown files beside the tests: what people read, to be read by people. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Nodes, Root } from 'mdast';
import { printMarkdown } from '../src/content/markdown.ts';
import { writeCall } from '../src/command/next.ts';
import type { Locale, View } from '../src/port.ts';
import { timeText } from '../src/view/date.ts';

const folder = join(import.meta.dirname, 'golden');

/** `GOLDEN=write npm test -- test/golden test/command` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

/** The view is what stands in `golden/NAME.LOCALE.md`. */
export function expectGolden(view: View, name: string, locale: Locale): void {
  const file = join(folder, `${name}.${locale}.md`);
  const text = written(view, locale);
  if (isWriting) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

const reader = (locale: Locale) => ({ locale, zone: 'Asia/Tokyo' });

/** Times as a reader in Tokyo sees them, and people as they are called: Markdown itself has neither. */
function withTimes(node: Nodes, locale: Locale): Nodes {
  if (node.type === 'time') return { type: 'text', value: `{${timeText(node, reader(locale))}}` };
  if (node.type === 'mention') return { type: 'text', value: `{@${node.name}}` };
  return 'children' in node
    ? ({ ...node, children: node.children.map((child) => withTimes(child, locale)) } as Nodes)
    : node;
}

const written = (view: View, locale: Locale): string =>
  [
    printMarkdown(withTimes(view.body, locale) as Root).trimEnd(),
    '',
    '---',
    ...view.next.map((next) => `[${next.label}] ${writeCall(next)}`),
    '',
  ].join('\n');
