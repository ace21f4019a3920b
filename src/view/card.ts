/** A card below a link: what it leads to, for who has not followed it. */
import type { Root } from 'mdast';
import type { Reading } from '../port.ts';
import { link, paragraph, root, strong } from './build.ts';
import { readingFacts, readingTitle, summaryOf } from './reading.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';

/** Title, who and when with the slides, and a line of what it is about. */
export function cardOf(reading: Reading, tongue: Tongue): Root {
  const title = readingTitle(reading, tongue);
  const address = reading.url === null ? null : safeUrl(reading.url);
  const facts = readingFacts({ ...reading, url: null }, tongue);
  const summary = summaryOf(reading, tongue);
  return root(
    paragraph(strong(address === null ? title : link(address, title))),
    facts.length > 0 && paragraph(...facts),
    summary !== '' && paragraph(summary),
  );
}
