/** Whatever people say, their words stand in the file as they said them, and mean nothing else there. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { printMarkdown, printWords } from '../../src/content/markdown.ts';
import { readTree } from '../../src/content/tree.ts';
import { nodesOf } from '../../src/content/walk.ts';
import { printRegion, writeHeader } from '../../src/note/print.ts';
import { plainly, safeUrl } from '../../src/view/safe.ts';
import { code, paragraph, root, strong } from '../../src/view/build.ts';
import { anyTree } from '../any-tree.ts';
import { anyBody, anyEntries, anyLine, anyWords } from './any-said.ts';
import { fileOf, line, manuscript, talksIn } from './said.ts';

/** Milliseconds; a busy machine takes a multiple of what an idle one does. */
const LONG = 120_000;

/** `CASES=20000 npm test -- test/note/print-any` takes a minute or two. */
const cases = Number(process.env['CASES'] ?? 2000);

const path = 'reports/note.md';

/** Two texts are alike where they have the same signs; how many spaces stand between them is a matter of Markdown. */
const signs = (value: string): string => plainly(value).replaceAll(/[\s\uFDD0\uFDD1\uFFFD]/gu, '');

interface Meaning {
  readonly words: string;
  readonly code: readonly string[];
  readonly links: readonly string[];
}

function meaningOf(trees: readonly Nodes[]): Meaning {
  const nodes = trees.flatMap(nodesOf);
  return {
    words: nodes.map((node) => ('value' in node ? signs(node.value) : '')).join(''),
    code: nodes.flatMap((node) =>
      node.type === 'code' || node.type === 'inlineCode'
        ? [signs(node.value)].filter((value) => value !== '')
        : [],
    ),
    links: nodes.flatMap((node) => (node.type === 'link' ? [safeUrl(node.url) ?? node.url] : [])),
  };
}

/** What the importer reads of one message, below the line that says whose it is. */
function read(body: Root): readonly Nodes[] {
  const printed = printRegion(manuscript({ entries: [line('ken', 0, { body })] }), path);
  return readTree({ lines: printed.split('\n'), start: 1, definitions: new Map() }).children.slice(1);
}

/** Spaces mean something at the ends of lines, and code with tags is printed without its backticks. */
const spaced: readonly Root[] = [
  root(paragraph(code('    x\n{{< readfile >}}'), ' と ---')),
  root(paragraph('x', code('{{ x }}   ')), paragraph('y')),
];

describe('whatever people say', () => {
  test(
    'the same words, code and links are read again',
    () => {
      fc.assert(
        fc.property(anyLine, (body) => {
          const { links, ...said } = meaningOf(body.children);
          const found = meaningOf(read(body));
          // An address that somebody typed may become a link.
          expect(found).toMatchObject(said);
          expect(found.links).toEqual(expect.arrayContaining([...links]));
        }),
        { numRuns: cases, examples: spaced.map((body) => [body]) },
      );
    },
    LONG,
  );

  test(
    'the quick way of printing says what the slow one says, but for a backslash before a brace',
    () => {
      const bare = (printed: string): string => printed.replaceAll(/\\(?=\{)/gu, '');
      const plain = fc.string({
        unit: fc.constantFrom(...Array.from('aＡ1 、。,;?"{}/𠮷「…〜*_')),
        maxLength: 6,
      });
      const beside = fc
        .tuple(plain, plain, plain)
        .map(([left, inside, right]) => root(paragraph(left, strong(inside === '' ? 'x' : inside), right)));
      fc.assert(
        fc.property(fc.oneof(anyBody, beside), (body) => {
          expect(bare(printWords(body))).toBe(bare(printMarkdown(body)));
        }),
        { numRuns: cases },
      );
    },
    LONG,
  );

  const marks = (text: string): number =>
    text.split(/[\r\n]/u).filter((each) => each.startsWith('<!-- notes:')).length;

  test(
    'a file has the two marks of the bot, and no others',
    () => {
      fc.assert(
        fc.property(anyLine, anyWords, (body, said) => {
          const file = fileOf({ entries: [line(said, 0, { body })], title: said, heading: said });
          expect(marks(file)).toBe(2);
        }),
        { numRuns: cases },
      );
    },
    LONG,
  );

  test(
    'no program finds anything to run',
    () => {
      fc.assert(
        fc.property(anyEntries, (entries) => {
          expect(printRegion(manuscript({ entries }), path)).not.toMatch(/\{[{%#]/u);
        }),
        { numRuns: cases / 4 },
      );
    },
    LONG,
  );

  test(
    'trees as no person would write them are printed as well, with two marks',
    () => {
      fc.assert(
        fc.property(anyTree, (body) => {
          const file = fileOf({ entries: [line('ken', 0, { body })] });
          expect(marks(file)).toBe(2);
          expect(file).not.toMatch(/\{[{%#]/u);
        }),
        { numRuns: 100 },
      );
    },
    LONG,
  );

  test(
    'none of it becomes a talk or takes one away',
    () => {
      const entries = [line('ken', 60, 'LT1: 『小さなイメージ』 by 花子'), line('ken', 61, 'x')];
      fc.assert(
        fc.property(anyEntries, (before) => {
          expect(talksIn(fileOf({ entries: [...before, ...entries] }))).toEqual([
            { title: '小さなイメージ', speakers: ['花子'], slides: [] },
          ]);
        }),
        { numRuns: cases / 10 },
      );
    },
    LONG,
  );
});

describe('front matter', () => {
  const header = (text: string) => readFrontMatter(text).data;

  test(
    'says what it said, whatever is said below it',
    () => {
      const plain = header(fileOf({}));
      fc.assert(
        fc.property(anyEntries, (entries) => {
          const [first] = entries;
          const data = header(fileOf({ entries }));
          expect(data).toEqual({ ...plain, ...(first === undefined ? {} : { date: data['date'] }) });
        }),
        { numRuns: cases / 4 },
      );
    },
    LONG,
  );

  test(
    'is read as it was written, whatever names and titles are',
    () => {
      fc.assert(
        fc.property(anyWords, anyWords, fc.array(anyWords, { maxLength: 3 }), (title, place, tags) => {
          const event = {
            title,
            day: '2027-03-10',
            url: null,
            series: title,
            number: 3,
            place,
            tags,
            talks: [],
          };
          const note = manuscript({ title, event, tags });
          const data = header(fileOf({ title, event, tags }));
          for (const [field, value] of Object.entries({ title, place, series: title }))
            expect(data[field]).toBe(value.trim() === '' ? undefined : value);
          expect(data['tags'] ?? []).toEqual(tags);
          expect(writeHeader(note).match(/^---/gmu)).toHaveLength(2);
        }),
        { numRuns: cases / 4 },
      );
    },
    LONG,
  );
});
