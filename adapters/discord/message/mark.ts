/**
 * Which signs of a line open a style and which close it: as far as one finds the other, wherever they stand, for Discord
 * asks for no border of a word. What was opened within a style ends with it.
 */
export type Mark = '**' | '*' | '__' | '_' | '~~' | '||';

/** A run of one sign among what else is said. */
export interface Run {
  /** '' for what is no sign. */
  readonly signs: string;
  /** The characters around it. */
  readonly before: string;
  readonly after: string;
}

/** What becomes of a run: marks that begin or end a style, and signs that are left over. */
export interface Role {
  readonly close: readonly Mark[];
  readonly open: readonly Mark[];
  readonly left: string;
}

interface Opened {
  readonly mark: Mark;
  readonly at: number;
}

/** What a run does to the styles that are open. */
interface Turn {
  readonly at: number;
  readonly close: readonly Opened[];
  readonly open: readonly Mark[];
}

/** The marks that a run can be made of; the longer first. */
const marksOf: Readonly<Record<string, readonly Mark[]>> = {
  '*': ['**', '*'],
  _: ['__', '_'],
  '~': ['~~'],
  '|': ['||'],
};

const longestRun = 3;

const canOpen = (mark: Mark, { after }: Run): boolean => mark !== '*' || /\S/.test(after);

const canClose = (mark: Mark, { before, after }: Run): boolean => {
  if (mark === '*') return /\S/.test(before);
  return mark !== '_' || !/[0-9A-Za-z]/.test(after);
};

/** By the number of the run; runs that mean nothing are not in it. */
export function rolesOf(runs: readonly Run[]): ReadonlyMap<number, Role> {
  const turns: Turn[] = [];
  let opened: readonly Opened[] = [];
  for (const [at, run] of runs.entries()) {
    if (run.signs === '' || run.signs.length > longestRun) continue;
    const close = closed(run, opened);
    opened = opened.slice(0, opened.length - depthOf(close, opened));
    const open = openedBy(run, { closed: close, opened });
    opened = [...opened, ...open.map((mark) => ({ mark, at }))];
    turns.push({ at, close, open });
  }
  return roles(runs, turns);
}

/** How many of the open styles end with these. */
const depthOf = (close: readonly Opened[], opened: readonly Opened[]): number =>
  close.length === 0 ? 0 : opened.length - Math.min(...close.map((each) => opened.indexOf(each)));

/** Which of the open styles a run ends, innermost first. */
function closed(run: Run, opened: readonly Opened[]): readonly Opened[] {
  const result: Opened[] = [];
  let room = run.signs.length;
  for (const each of opened.toReversed()) {
    const isSame = each.mark.startsWith(run.signs.charAt(0));
    if (!isSame || each.mark.length > room || !canClose(each.mark, run)) continue;
    // Two stars within one are no end of it: there begins another style.
    if (each.mark.length === 1 && room === 2) continue;
    result.push(each);
    room -= each.mark.length;
  }
  return result;
}

function openedBy(
  run: Run,
  { closed: ended, opened }: { readonly closed: readonly Opened[]; readonly opened: readonly Opened[] },
): readonly Mark[] {
  const result: Mark[] = [];
  let room = run.signs.length - ended.reduce((sum, { mark }) => sum + mark.length, 0);
  for (const mark of marksOf[run.signs.charAt(0)] ?? []) {
    const isOpen = opened.some((each) => each.mark === mark);
    if (mark.length > room || isOpen || !canOpen(mark, run)) continue;
    result.push(mark);
    room -= mark.length;
  }
  return result;
}

/** Only what is closed later was opened. */
function roles(runs: readonly Run[], turns: readonly Turn[]): ReadonlyMap<number, Role> {
  const partners = new Set(turns.flatMap(({ close }) => close.map(({ at, mark }) => `${at} ${mark}`)));
  return new Map(
    turns.map(({ at, close, open }): [number, Role] => {
      const begun = open.filter((mark) => partners.has(`${at} ${mark}`));
      const ended = close.map(({ mark }) => mark);
      const used = [...begun, ...ended].reduce((sum, mark) => sum + mark.length, 0);
      return [at, { close: ended, open: begun, left: runs[at]?.signs.slice(used) ?? '' }];
    }),
  );
}
