/** `digest replay --from TIME [--to TIME] [--channel C]`: the digests of a time that is over, one a line, as soon as each is made. */
import type { DigestPreview, Digesting } from '../../../src/port.ts';
import { timeText } from '../../../src/view/date.ts';
import { plainly } from '../../../src/view/safe.ts';
import { askFeeds } from '../feeds.ts';
import { endOf, instantOf } from '../instant.ts';
import { createProgress } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import type { Flags } from '../verbs.ts';
import { digestLine, digestOpening, zoneOf } from './digest.ts';

interface Span {
  readonly from: Date;
  readonly to: Date;
}

export async function digestReplay(asked: Session, flags: Flags): Promise<number> {
  const zone = await zoneOf(asked);
  const span = spanOf(flags, zone);
  const channel = flags.channel ?? null;
  if (span === null) {
    asked.complain(asked.words.digestVerb.badSpan);
    return exit.usage;
  }
  const { library, digests, session, close } = await openLibrary(asked, digestOpening);
  try {
    await askFeeds(session, library);
    const count = await printEach(digests, { ...span, channel, zone, session });
    if (count > 0) return exit.fine;
    const isKnown = (await digests.preview({ channel, at: span.to })).length > 0;
    const { noChannel, noneDue } = session.words.digestVerb;
    session.complain(isKnown ? noneDue : noChannel(channel ?? ''));
    return isKnown ? exit.fine : exit.wrong;
  } finally {
    await close();
  }
}

/** `null` where one of them is no time, or the end comes first. */
function spanOf({ from, to }: Flags, zone: string): Span | null {
  const first = from === undefined ? null : instantOf(from, zone);
  const last = to === undefined ? new Date() : endOf(to, zone);
  return first === null || last === null || last < first ? null : { from: first, to: last };
}

interface Replaying extends Span {
  readonly channel: string | null;
  /** IANA name: the community's. */
  readonly zone: string;
  readonly session: Session;
}

/** Resolves to how many there were. */
async function printEach(digests: Digesting, { zone, session, ...of }: Replaying): Promise<number> {
  const progress = progressOf(session);
  let count = 0;
  try {
    for await (const preview of digests.replay(of)) {
      session.print(session.json ? digestLine(preview) : line(preview, zone, session));
      progress.show({ done: daysBetween(of.from, preview.at), of: daysBetween(of.from, of.to) });
      count += 1;
    }
  } finally {
    progress.end();
  }
  return count;
}

/** Who sees the digests themselves needs no other progress. */
function progressOf({ stdout, stderr, words }: Session): Progress {
  const isQuiet = stdout.isTTY || !stderr.isTTY;
  return createProgress({
    stream: { isTTY: !isQuiet, write: (text) => stderr.write(text) },
    now: () => performance.now(),
    sentence: words.digestVerb.replaying,
    left: words.terminal.left,
  });
}

const dayMs = 24 * 60 * 60 * 1000;

const daysBetween = (from: Date, to: Date): number => Math.ceil((to.getTime() - from.getTime()) / dayMs);

function line(preview: DigestPreview, zone: string, { reader, words }: Session): string {
  const { channel, period, at, skipped, items } = preview;
  const told = items.filter(({ kept }) => kept).map(({ title }) => title || words.report.untitled);
  const when = timeText({ value: at.toISOString(), zone, style: 'moment' }, reader);
  const what = skipped === null ? told.join(' / ') : words.digest.preview.skipped[skipped];
  return plainly([period, channel, when, what].join('  '));
}
