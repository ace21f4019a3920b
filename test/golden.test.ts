/** What people read, as Markdown beside the tests: every command over the project's own content, in both languages. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Nodes, Root } from 'mdast';
import { printMarkdown } from '../src/content/markdown.ts';
import { writeCall } from '../src/command/next.ts';
import type { Locale, View } from '../src/port.ts';
import { timeText } from '../src/view/date.ts';
import { openWorld, ownContent } from './world.ts';
import type { OpenWorld } from './world.ts';

const folder = join(import.meta.dirname, 'golden');

/** `GOLDEN=write npm test -- test/golden` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

const scenes: readonly (readonly [name: string, command: string, input: string])[] = [
  ['search', 'search', 'buildkit'],
  ['search-page', 'search', 'docker page:2'],
  ['search-filter', 'search', 'series:"Docker Meetup Kansai" コンテナ'],
  ['search-misspelt', 'search', 'kubernets'],
  ['search-nothing', 'search', 'zzyzx'],
  ['search-fault', 'search', 'year:twenty rancher'],
  ['report', 'report', ''],
  ['report-contents', 'report', 'Docker Meetup Tokyo #6'],
  ['speaker', 'speaker', ''],
  ['speaker-one', 'speaker', '@spesnova'],
  ['speaker-unknown', 'speaker', 'nobody at all'],
  ['series', 'series', ''],
  ['series-one', 'series', 'docker meetup tokyo'],
  ['upcoming', 'upcoming', ''],
  ['help', 'help', ''],
  ['help-search', 'help', 'search'],
  ['start', 'start', ''],
  ['share', 'share', 'search rancher'],
];

const reader = (locale: Locale) => ({ locale, zone: 'Asia/Tokyo' });

/** Times as a reader in Tokyo sees them: Markdown itself has no instants. */
function withTimes(node: Nodes, locale: Locale): Nodes {
  if (node.type === 'time') return { type: 'text', value: `{${timeText(node, reader(locale))}}` };
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

describe.each(['ja', 'en'] as const)('what people read in %s', (locale) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
  });
  afterAll(() => world.close());

  test.each(scenes)('%s', async (name, command, input) => {
    const view = await world.bot.answer(world.call(command, input, locale));
    const file = join(folder, `${name}.${locale}.md`);
    const text = written(view, locale);
    if (isWriting) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    expect(world.logged).toEqual([]);
  });
});
