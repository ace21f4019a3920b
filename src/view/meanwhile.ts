/** An answer that takes longer than a moment says so, and how far it is. */
import type { Locale, Show, View } from '../port.ts';
import { words } from '../words/index.ts';
import { paragraph, root } from './build.ts';

interface Meanwhile {
  /** For the bot: how far it is. */
  readonly show: Show;
  /** Nothing is said any more; settles when what was being said stands. */
  readonly end: () => Promise<void>;
}

interface Wish {
  readonly locale: Locale;
  /** Milliseconds before the first word, and between one and the next. */
  readonly slow: number;
  /** Resolves after that time, or at once when the signal comes. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Never rejects. */
  readonly say: (view: View) => Promise<void>;
  /** So often something is said. */
  readonly most?: number | undefined;
}

/** Slack lets a command be answered five times: these, and the answer. */
const usualTimes = 3;

export function createMeanwhile(wish: Wish): Meanwhile {
  const ended = new AbortController();
  let latest: Parameters<Show>[0] | null = null;
  const said = speak(wish, () => latest, ended.signal);
  return {
    show: (progress) => {
      latest = progress;
    },
    end: () => {
      ended.abort();
      return said;
    },
  };
}

async function speak(
  { locale, slow, sleep, say, most = usualTimes }: Wish,
  latest: () => Parameters<Show>[0] | null,
  signal: AbortSignal,
): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    await sleep(slow, signal);
    if (signal.aborted) return;
    await say(workingView(locale, latest()));
  }
}

/** What stands there before there is an answer. */
export function workingView(locale: Locale, progress: Parameters<Show>[0] | null = null): View {
  const { working, workingOn } = words[locale].chat;
  const isCounted = progress !== null && progress.of !== null;
  const sentence = isCounted ? workingOn(progress.done, progress.of) : working;
  return { body: root(paragraph(sentence)), next: [] };
}
