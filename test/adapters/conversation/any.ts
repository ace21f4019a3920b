/** Anything that people could say in a chat with what every chat has. */
import * as fc from 'fast-check';
import {
  bold,
  bullets,
  code,
  fence,
  italic,
  link,
  literal,
  numbered,
  ownEmoji,
  point,
  quote,
  strike,
  text,
} from './said.ts';
import type { Block, Part, Points, Saying } from './said.ts';

const word = fc.constantFrom('a', 'あ', '漢字', 'x y', '「か」', '(b)', '。', '👋🏽', '1.5', '…', 'é');

/** What parts words: with nothing between them signs of two styles would be read as others, in every chat. */
const plain = fc.constantFrom('は', ' ', ' と ', 'z', '、', '「', ' (', ': ', '\n', '.\n');

const single: fc.Arbitrary<Part> = fc.oneof(
  word,
  fc.constantFrom('2 * 3 * 4', 'snake_case_name', '@here', '&amp; <b>', '{{ x }}', '#1', '<@ 1>', '10:30:45'),
  word.map(code),
  fc.constantFrom('*', '_a_', '~~', '`', '[x](y)', '<b>', '\\', '# a', '||').map(literal),
  word.map((said) => link('https://example.org/a', said)),
  fc.constant(ownEmoji('hatoba')),
);

const styles = fc.constantFrom(bold, italic, strike);

/** Words in styles, one in another; never one in itself. */
const styled: fc.Arbitrary<Part> = fc.oneof(
  fc.tuple(fc.constantFrom(bold, strike), word).map(([style, said]) => style(`${said} `)),
  fc.tuple(styles, word).map(([style, said]) => style(said)),
  fc
    .tuple(fc.shuffledSubarray([bold, italic, strike], { minLength: 2 }), word)
    .map(([all, said]) => all.reduce<Part>((inner, style) => style(inner), said)),
  fc
    .tuple(fc.shuffledSubarray([bold, italic, strike], { minLength: 2, maxLength: 2 }), word, word, word)
    .map(([[outer = bold, inner = italic], before, within, after]) =>
      outer(before, ' ', inner(within), ' ', after),
    ),
);

const saying: fc.Arbitrary<Saying> = fc
  .array(fc.tuple(fc.oneof(single, styled), plain), { maxLength: 5 })
  .chain((pairs) => word.map((last) => [...pairs.flat(), last]));

const points = (depth: number): fc.Arbitrary<Points> =>
  fc
    .tuple(
      fc.constantFrom(bullets, numbered),
      fc.array(
        fc
          .tuple(saying, depth === 0 ? fc.constant(null) : fc.option(points(depth - 1)))
          .map(([said, below]) => point(said, below)),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([list, all]) => list(...all));

const paragraph = saying.map((said) => text(...said));

const lines = fc.array(
  fc.constantFrom('a **b**', '', '  - c', '> d', '~~~', '# e', '<@1>', '\\', '{{ f }}'),
  { maxLength: 4 },
);
const preformatted = lines.map((inside) => fence('first', ...inside, 'last'));

const plainBlock: fc.Arbitrary<Block> = fc.oneof(paragraph, points(2), preformatted);

/** Quotes do not stand in one another, and two that follow each other are one. */
export const blocks: fc.Arbitrary<readonly Block[]> = fc
  .array(fc.tuple(plainBlock, fc.option(fc.array(plainBlock, { minLength: 1, maxLength: 3 }))), {
    minLength: 1,
    maxLength: 3,
  })
  .map((pairs) =>
    pairs.flatMap(([block, quoted]) => (quoted === null ? [block] : [block, quote(...quoted)])),
  );
