/** A digest as people see it. */
import type { Content } from '../digest/content.ts';
import type { Locale, Settings, View } from '../port.ts';
import { root } from './build.ts';

export interface DigestShown {
  /** Key of the edition: buttons lead to what it says. */
  readonly key: string;
  readonly content: Content;
  readonly locale: Locale;
  readonly community: Settings['name'];
  /** Local day of the channel. */
  readonly day: string;
  /** IANA name. */
  readonly zone: string;
  /** The role that is notified: `null`: nobody is. */
  readonly mention: { readonly id: string; readonly name: string } | null;
}

/** As one message, or as a summary with `details` that stand in a thread below it. */
export function digestView(_shown: DigestShown): View {
  return { body: root(), next: [] };
}

export function digestSummary(shown: DigestShown): { readonly view: View; readonly details: View } {
  return { view: digestView(shown), details: digestView(shown) };
}
