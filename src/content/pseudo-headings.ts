/** Lines that stand for headings in texts that have none: bold from end to end, or behind a sign such as `■`. */
import { codeLines } from './code-lines.ts';
import type { Heading } from './heading-lines.ts';

const HTML = String.raw`[ \t]*<(?:p|div)(?:\s[^<>]{0,200})?>\s*`;
const HTML_END = String.raw`\s*</(?:p|div)>[ \t]*`;
const SIGN = '[■□●○◆◇▼▽★☆]';
const OPENING = String.raw`(?:<(?:b|strong|span|font|u)(?:\s[^<>]{0,200})?>\s*)`;
const CLOSING = String.raw`(?:\s*</(?:b|strong|span|font|u)>)`;

interface Shape {
  /** Its first group is what the heading says. */
  readonly line: RegExp;
  readonly isHtml: boolean;
}

const SHAPES: readonly Shape[] = [
  { line: /^(?:\*\*|__)([^*_\n]{2,100})(?:\*\*|__)[ \t]*$/, isHtml: false },
  { line: new RegExp(`^(${SIGN}[ \\t\\u3000]*[^ \\t\\u3000].{0,60})$`, 'u'), isHtml: false },
  { line: /^(【[^【】]{1,40}】)[ \t]*$/, isHtml: false },
  {
    line: new RegExp(`^${HTML}${OPENING}{0,3}(${SIGN}[^<>]{1,60})${CLOSING}{0,3}${HTML_END}$`, 'u'),
    isHtml: true,
  },
  { line: new RegExp(`^${HTML}${OPENING}{1,3}([^<>]{1,60})${CLOSING}{1,3}${HTML_END}$`, 'u'), isHtml: true },
];

/** A line that ends so is a sentence. */
const SENTENCE = /[。、！!]$/;

/**
 * The lines of the first shape that clearly means headings: it turns up twice, always below a blank line (or among
 * HTML), and never twice in a row as the items of a list do. Nothing where it is doubtful.
 */
export function pseudoHeadings(lines: readonly string[], level: number): readonly Heading[] {
  const code = codeLines(lines);
  for (const { line: shape, isHtml } of SHAPES) {
    const found = lines.flatMap((line, index): readonly Heading[] => {
      const text = code[index] ? undefined : shape.exec(line)?.[1]?.trim();
      if (text === undefined || SENTENCE.test(text)) return [];
      return [{ level, text, isHtml, line: index, start: index + 1, rest: '' }];
    });
    if (found.length > 1 && found.every((heading) => standsApart(heading, lines, found))) return found;
  }
  return [];
}

function standsApart(
  { line, isHtml }: Heading,
  lines: readonly string[],
  found: readonly Heading[],
): boolean {
  const isBelowBlank = isHtml || (lines[line - 1] ?? '').trim() === '';
  const next = lines.findIndex((text, index) => index > line && text.trim() !== '');
  return isBelowBlank && next >= 0 && !found.some((other) => other.line === next);
}
