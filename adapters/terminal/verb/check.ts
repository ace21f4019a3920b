/** `check [DIR]`: everything in a folder that was not understood, by file and line. */
import { plainly } from '../../../src/view/safe.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

export async function check(asked: Session): Promise<number> {
  const { library, session, close } = await openLibrary(asked, { watch: false, lock: false });
  try {
    const { files, reports, talks, events, problems: found } = await library.status();
    const problems = found.map(({ file, line, code, detail }) => ({
      file,
      line,
      code,
      message: session.words.problem[code](detail),
    }));
    if (session.json) session.print(JSON.stringify({ files, reports, talks, events, problems }));
    else sayAll({ files, reports, talks, events }, problems, session);
    return problems.length === 0 ? exit.fine : exit.wrong;
  } finally {
    await close();
  }
}

function sayAll(
  counts: { files: number; reports: number; talks: number; events: number },
  problems: readonly { file: string; line: number; message: string }[],
  { words, print }: Session,
): void {
  for (const { file, line, message } of problems) print(plainly(`${file}:${line}: ${message}`));
  print(words.status.counts(counts));
  print(problems.length === 0 ? words.status.fine : words.status.problemCount(problems.length));
}
