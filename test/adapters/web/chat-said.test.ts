import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, oneof, property, stringMatching } from 'fast-check';
import type { Nodes } from 'mdast';
import { said } from '../../../adapters/web/chat/said.ts';

/** All that a tree shows; the language of a block of code is said by how it looks. */
const shownOf = (node: Nodes): string => {
  const own = 'url' in node ? node.url : 'value' in node ? node.value : '';
  if (node.type === 'code') return `${node.lang} ${own}`;
  return 'children' in node ? `${own}${node.children.map(shownOf).join('')}` : own;
};

const signs = [
  '#',
  '##',
  '-',
  '1.',
  '>',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '[',
  ']',
  '(',
  ')',
  ']:',
  '[^',
  '![',
  '<',
  '>',
  '</',
  '|',
  '---',
  '\n',
  '\n\n',
  '    ',
  ' ',
  '\\',
  '&',
  ';',
  'https://',
];

describe('what a person types', () => {
  test('is all there, however it looks', () => {
    const word = stringMatching(/^[a-z]{3,6}$/);
    const line = array(oneof(word, constantFrom(...signs)), { maxLength: 30 });
    const isAllThere = property(line, (parts) => {
      const shown = shownOf(said(parts.join(' ')));
      return parts.filter((part) => /^[a-z]{3,6}$/.test(part)).every((part) => shown.includes(part));
    });
    expect(() => assert(isAllThere, { numRuns: 500 })).not.toThrow();
  });
});
