/** Which lines of a text are not Markdown: code between fences, and HTML whose content is for machines. */

const OPENING = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})(?!.*`)/;

/** Blocks that run over blank lines until they are closed. */
const VERBATIM: readonly (readonly [opening: RegExp, closing: string])[] = [
  [/^[ \t]*<!--/, '-->'],
  [/^[ \t]*<pre[\s>]/i, '</pre>'],
  [/^[ \t]*<script[\s>]/i, '</script>'],
  [/^[ \t]*<style[\s>]/i, '</style>'],
];

/** For each line whether it is code (fences included) or such a block, and so no place for headings and templates. */
export function codeLines(lines: readonly string[]): readonly boolean[] {
  let isEnd: ((line: string) => boolean) | null = null;
  return lines.map((line) => {
    if (isEnd) {
      if (isEnd(line)) isEnd = null;
      return true;
    }
    isEnd = endOf(line);
    return isEnd !== null;
  });
}

/** What ends the block that this line opens; `null` if it opens none, or closes it itself. */
function endOf(line: string): ((line: string) => boolean) | null {
  const fence = OPENING.exec(line)?.[1];
  if (fence !== undefined) return (later) => closes(later, fence);
  for (const [opening, closing] of VERBATIM)
    if (opening.test(line) && !line.toLowerCase().includes(closing))
      return (later) => later.toLowerCase().includes(closing);
  return null;
}

function closes(line: string, fence: string): boolean {
  const text = line.replace(/^[ \t>]+/, '').trimEnd();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
