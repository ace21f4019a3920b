/** The first message, to whoever brought the bot. */
import type { View } from '../port.ts';
import { item, numbered, paragraph, root } from './build.ts';

interface Welcome {
  readonly hello: string;
  /** What to do, in that order. */
  readonly steps: readonly string[];
  /** Why they get it. */
  readonly once: string;
}

export const welcomeView = ({ hello, steps, once }: Welcome): View => ({
  body: root(
    paragraph(hello),
    numbered(
      1,
      steps.map((step) => item(paragraph(step))),
    ),
    paragraph(once),
  ),
  next: [],
});
