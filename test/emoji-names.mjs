/**
 * Writes src/view/emoji-names.ts from emoji-datasource, the table that Slack's own names come from:
 * `npm pack emoji-datasource@16.0.0`, unpack it, `node test/emoji-names.mjs package`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , source = 'package'] = process.argv;
const read = (file) => readFileSync(join(source, file), 'utf8');

const header = `/*
 * Names of the standard emoji, one character a line: how Slack calls it, and its other names. Written by
 * test/emoji-names.mjs from emoji-datasource 16.0.0, which stands under this licence:
 *
${read('LICENSE').trim().replaceAll(/^/gm, ' * ').replaceAll(/ +$/gm, '')}
 */`;

const characterOf = ({ unified }) =>
  String.fromCodePoint(...unified.split('-').map((hex) => Number.parseInt(hex, 16)));

const lines = JSON.parse(read('emoji.json'))
  .toSorted((one, other) => one.sort_order - other.sort_order)
  .map((emoji) => [characterOf(emoji), ...emoji.short_names].join(' '));

writeFileSync(
  join(import.meta.dirname, '../src/view/emoji-names.ts'),
  `${header}\nexport const emojiNames = \`\n${lines.join('\n')}\n\`;\n`,
);
