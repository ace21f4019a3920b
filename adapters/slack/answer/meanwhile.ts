/** An answer that takes longer than a moment says so, and how far it is. */
import type { Locale, Show, View } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { words } from '../../../src/words/index.ts';

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
  /** Never rejects. */
  readonly say: (view: View) => Promise<void>;
}

/** Slack lets a command be answered five times: these, and the answer. */
const mostTimes = 3;

export function createMeanwhile({ locale, slow, say }: Wish): Meanwhile {
  let latest: Parameters<Show>[0] | null = null;
  let said: Promise<void> = Promise.resolve();
  let times = 0;
  const timer = setInterval(() => {
    times += 1;
    if (times === mostTimes) clearInterval(timer);
    const view = workingView(latest, locale);
    said = said.then(() => say(view));
  }, slow);
  return {
    show: (progress) => {
      latest = progress;
    },
    end: () => {
      clearInterval(timer);
      return said;
    },
  };
}

const workingView = (latest: Parameters<Show>[0] | null, locale: Locale): View => {
  const { working, workingOn } = words[locale].chat;
  const sentence = latest === null || latest.of === null ? working : workingOn(latest.done, latest.of);
  return { body: root(paragraph(sentence)), next: [] };
};
