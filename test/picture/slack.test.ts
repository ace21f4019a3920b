/** The pictures of Slack: they leave nothing out, and what people write in them is text. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { toHtml } from 'hast-util-to-html';
import { renderBlocks } from '../slack/render/block.ts';
import type { Block } from '../slack/schema/block.ts';
import { plain, runs } from '../slack/sample.ts';
import { drawBlocks } from './slack-blocks.ts';
import { element } from './element.ts';

const eyes = { locale: 'en-US', zone: 'UTC', nameOf: (id: string) => id };

const htmlOf = (blocks: readonly Block[]): string => toHtml(element('main', ...drawBlocks(blocks, eyes)));

const golden = join(import.meta.dirname, '../golden/slack');
const sent = readdirSync(golden).filter((name) => name.endsWith('.json'));

const wordsIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

describe('a picture', () => {
  test.each(sent)('of %s says every word of it', (name) => {
    const { blocks } = JSON.parse(readFileSync(join(golden, name), 'utf8')) as { blocks: Block[] };
    const drawn = htmlOf(blocks).replaceAll(/<[^>]+>/g, '');
    const read = renderBlocks(blocks, eyes).join('\n').replaceAll(/<\S+>/g, '');
    expect(wordsIn(read).filter((word) => !drawn.includes(word))).toEqual([]);
  });

  test('shows mark-up as the text that it is', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const blocks = [
      ...runs({ type: 'text', text: hostile }),
      { type: 'header', text: plain(hostile) },
    ] as Block[];
    expect(htmlOf(blocks).split('&#x3C;img src=x onerror=alert(1)>')).toHaveLength(3);
  });

  test('of what nobody has drawn yet is none', () => {
    expect(() => htmlOf([{ type: 'image', image_url: 'https://example.org/x.png', alt_text: 'x' }])).toThrow(
      'a block of image can not be drawn yet',
    );
    expect(() => htmlOf(runs({ type: 'emoji', name: 'wave' }) as Block[])).toThrow(
      'emoji can not be drawn yet',
    );
  });
});
