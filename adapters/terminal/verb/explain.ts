/** `explain QUERY`: what a search was understood as, and what the score of each of the first hits is made of. */
import type { ExplainedHit, Explanation, Reason, Understood, Variant } from '../../../src/port.ts';
import { faultText } from '../../../src/view/answer.ts';
import { plainly } from '../../../src/view/safe.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

const hits = { people: 5, machines: 50 } as const;

export async function explain(asked: Session, text: string): Promise<number> {
  const { library, session, close } = await openLibrary(asked, { watch: false, lock: false });
  try {
    const limit = session.json ? hits.machines : hits.people;
    const explanation = await library.explain({ text, limit, offset: 0 });
    session.print(
      session.json ? JSON.stringify({ q: text, ...explanation }) : lines(explanation, session).join('\n'),
    );
    return exit.fine;
  } finally {
    await close();
  }
}

function lines(explanation: Explanation, session: Session): string[] {
  const { words: understood, filters, faults, hits: found, total } = explanation;
  const { words, reader } = session;
  return [
    reader.style.title(words.explain.understood),
    ...understood.flatMap((word) => wordLines(word, session)),
    ...filters.map(({ name, value }) => `  ${words.explain.filter(plainly(`${name}:${value}`))}`),
    ...faults.map((fault) => `  ${plainly(faultText(fault, words))}`),
    '',
    reader.style.title(words.explain.found(found.length, total)),
    ...found.flatMap((hit, at) => ['', ...hitLines(hit, at + 1, session)]),
  ];
}

/** The word, and what else it may be in a text, by why. */
function wordLines({ text, required, variants }: Understood, { words, reader }: Session): string[] {
  const reasons = Map.groupBy(variants, ({ why }) => why);
  const rows = [...reasons].map(
    ([why, all]) => `    ${words.explain.why[why]}: ${all.map(variantText).join(', ')}`,
  );
  const quoted = required ? ` (${words.explain.required})` : '';
  return [`  ${reader.style.strong(plainly(text))}${quoted}`, ...rows];
}

const variantText = ({ text, weight }: Variant): string => plainly(`${text} ×${weight}`);

function hitLines({ reasons, coverage, ...hit }: ExplainedHit, place: number, session: Session): string[] {
  const { words, reader } = session;
  const title = [hit.title || words.report.untitled, hit.date].filter((part) => part !== null).join(' · ');
  const missing = reasons.filter(({ findings }) => findings.length === 0).map(({ word }) => word);
  return [
    `${place}. ${rounded(hit.score)}  ${reader.style.strong(plainly(title))}`,
    reader.style.faint(`   ${plainly(`${hit.file}:${hit.line}`)} (${words.explain.kind[hit.kind]})`),
    ...reasons.flatMap((reason) => reasonLines(reason, session)),
    ...(missing.length === 0
      ? []
      : [`   ${words.explain.missing(plainly(missing.join(', ')), rounded(coverage))}`]),
  ];
}

function reasonLines({ word, share, findings }: Reason, { words }: Session): string[] {
  if (findings.length === 0) return [];
  const worth = findings.reduce((sum, finding) => sum + finding.worth, 0);
  return [
    `   ${plainly(word)}: ${rounded(worth)} × ${Math.round(share * 100)}% = ${rounded(worth * share)}`,
    ...findings.map(({ field, variant, worth: part }) => {
      const why = variant.why === 'typed' ? '' : ` (${words.explain.why[variant.why]})`;
      return `     ${rounded(part)}  ${words.explain.field[field]}: ${plainly(variant.text)}${why}`;
    }),
  ];
}

const rounded = (value: number): string => value.toFixed(2);
