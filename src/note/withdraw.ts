/**
 * Somebody's words out of a note whose conversation can not be read any more, or that people have edited: by the lines that name
 * them. Where the conversation can be read, the note is made again instead.
 */
import { printInert } from '../content/inert.ts';
import { paragraph, root, strong } from '../view/build.ts';
import { plainly } from '../view/safe.ts';

/** `name`: as the note has it. `nobody`: what they are called from now on where others name them. */
export function withoutWordsOf(inner: string, name: string, nobody: string): string {
  const bold = printInert(root(paragraph(strong(plainly(name))))).trim();
  const bare = printInert(root(paragraph(plainly(name)))).trim();
  const kept: string[] = [];
  let [isTheirs, isQuote] = [false, false];
  for (const line of inner.split('\n')) {
    if (BEGINS.test(line)) isTheirs = saysWho(line, bold);
    if (ENDS.test(line)) isTheirs = false;
    isQuote = line.startsWith('>') && (isQuote || line.startsWith(`> ${bold}`));
    if (!isTheirs && !isQuote) kept.push(line);
  }
  return kept
    .join('\n')
    .replaceAll(`@${bare}`, () => `@${nobody}`)
    .replaceAll(/\n{3,}/gu, '\n\n');
}

/** The line of an author, as it is printed. */
const BEGINS = /^(?:<a id="m[\d-]{1,40}"><\/a>)?\*\*.{1,300}\*\* · \d\d:\d\d/u;

/** Where another talk, or what the bot says itself at the end, begins. */
const ENDS = /^(?:#{2,6} |\*[^*\n]{1,200}\*$)/u;

const saysWho = (line: string, bold: string): boolean =>
  line.replace(/^<a id="m[\d-]{1,40}"><\/a>/u, '').startsWith(`${bold} · `);
