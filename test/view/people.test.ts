/** Names with a sign before them, as texts of their own. */
import { expect, test } from '@jest/globals';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { viewText } from '../../src/view/text.ts';
import { withPeople } from '../../src/view/people.ts';
import type { Nodes } from 'mdast';

const people = [
  { id: '1', name: '花子' },
  { id: '2', name: '花子さん (A+)' },
  { id: '3', name: '' },
];

const namesIn = (node: Nodes): readonly unknown[] => [
  ...(node.data && 'person' in node.data && 'value' in node ? [[node.value, node.data.person]] : []),
  ...('children' in node ? node.children.flatMap(namesIn) : []),
];

test('people are known by their names, wherever they stand, the longer name first', () => {
  const tree = withPeople(parseMarkdown('**@花子さん (A+)** と@花子 、@太郎 @'), people);
  expect(namesIn(tree)).toEqual([
    ['@花子さん (A+)', '2'],
    ['@花子', '1'],
  ]);
});

test('what is said stays the same, and code is nobody’s name', () => {
  const said = parseMarkdown('a @花子 b `@花子`\n\n```\n@花子\n```');
  expect(viewText(withPeople(said, people), 'en')).toBe(viewText(said, 'en'));
  expect(namesIn(withPeople(said, people))).toHaveLength(1);
  expect(withPeople(said, [{ id: '3', name: '' }])).toBe(said);
});
