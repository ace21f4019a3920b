/** What is announced, against what is known: for a round that carries it out, and for people who want to see it first. */
import type { Ledger } from '../event/ledger.ts';
import { plan } from '../event/plan.ts';
import type { Step } from '../event/plan.ts';
import type { FeedStatus, Library, Now, ToldStep } from '../port.ts';
import { paragraph, root, text } from '../view/build.ts';
import { newsOf, sentence } from '../view/event-news.ts';
import type { Tongue } from '../view/results.ts';
import { viewText } from '../view/text.ts';

/** Milliseconds ahead that are looked at: what comes later is news when it comes nearer. */
export const horizon = 366 * 24 * 60 * 60_000;

export interface Comparing {
  readonly library: Library;
  /** The same, by the ids that events have today. */
  readonly announced: Pick<Library, 'happenings'>;
  readonly ledger: Ledger;
  readonly now: Now;
}

export async function compare(
  { announced, ledger, now }: Omit<Comparing, 'library'>,
  feeds: readonly FeedStatus[],
): Promise<readonly Step[]> {
  const at = now();
  const until = new Date(at.getTime() + horizon);
  const happenings = await announced.happenings({ from: at, to: until });
  const names = ['files', 'reports', ...feeds.map(({ name }) => name)];
  const silent = feeds.filter(({ goodAt }) => goodAt === null).map(({ name }) => name);
  return plan({ known: await ledger.known(), happenings, now: at, until, feeds: names, silent });
}

/** Steps that nobody would notice are not told. */
export function tell(steps: readonly Step[], tongue: Tongue): readonly ToldStep[] {
  return steps.flatMap((step): readonly ToldStep[] => {
    const news = newsOf(step.step === 'create' ? { ...step, repeats: false } : step);
    if (news === null) return [];
    const { title, start, zone } = news.event;
    const style = start.length === 10 ? 'day' : 'moment';
    const what = sentence(news, tongue);
    const line = root(
      paragraph(text(`${title} (`), { type: 'time', value: start, zone, style }, text('): '), ...what),
    );
    return [{ step: kindOf(step), why: viewText(line, tongue.locale) }];
  });
}

function kindOf(step: Step): ToldStep['step'] {
  if (step.step === 'create') return 'create';
  const isOff = step.step === 'update' && step.changes.some(({ kind }) => kind === 'cancelled');
  return step.step === 'withdraw' || isOff ? 'cancel' : 'update';
}
