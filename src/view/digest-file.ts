/** A digest as a file of the folder: all of it in one text, in which nobody is notified and times are words. */
import { Temporal } from 'temporal-polyfill';
import { digestPath, writeDigest } from '../content/digest-file.ts';
import { signOf } from '../digest/fingerprint.ts';
import { withOffset } from '../event/local.ts';
import { words } from '../words/index.ts';
import { digestView } from './digest.ts';
import type { DigestShown } from './digest.ts';
import { digestTitle } from './digest-title.ts';
import { wordedFor } from './text.ts';

/** What the file of an edition is known by. The key itself names a channel, and files are public. */
export const digestFileId = ({ key }: Pick<DigestShown, 'key'>): string => signOf(key);

/** What is to be added to the folder. `at`: when the digest was made, ISO 8601. */
export function digestFile(shown: DigestShown, at: string): { readonly path: string; readonly text: string } {
  const { period, locale, zone } = shown;
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const text = writeDigest({
    id: digestFileId(shown),
    title: digestTitle(shown, { words: words[locale], locale }),
    at: withOffset(moment),
    period,
    locale,
    body: wordedFor(digestView({ ...shown, mention: null }).body, shown),
  });
  return { path: digestPath(shown), text };
}
