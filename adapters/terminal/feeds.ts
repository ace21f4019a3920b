/** Feeds are asked, with progress; what is wrong with one goes to stderr and keeps nobody from an answer. */
import type { Library } from '../../src/port.ts';
import { feedTrouble } from '../../src/view/feed.ts';
import { plainly } from '../../src/view/safe.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';

export async function askFeeds(session: Session, library: Library): Promise<void> {
  const { asking, left } = session.words.terminal;
  const progress = createProgress({
    stream: session.stderr,
    now: () => performance.now(),
    sentence: asking,
    left,
  });
  try {
    const feeds = await library.refresh({ all: true }, progress.show);
    progress.end();
    for (const feed of feeds)
      for (const line of feedTrouble(feed, session.words, new Date())) session.complain(plainly(line));
  } finally {
    progress.end();
  }
}
