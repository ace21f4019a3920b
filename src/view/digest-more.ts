/** What of a digest had no room in its message: the buttons that lead there, and where they lead. */
import { isBehindButton } from '../digest/content.ts';
import type { Candidate, Content } from '../digest/content.ts';
import type { DigestSection, Next, View } from '../port.ts';
import { bullets, heading, paragraph, root } from './build.ts';
import { digestItem } from './digest-item.ts';
import type { Tongue } from './results.ts';

/** One for each section that had no room for all. `key`: of the edition. */
export const moreButtons = (key: string, content: Content, { words }: Tongue): readonly Next[] =>
  content.sections.flatMap((section) => {
    const count = untold(content, section).length + (content.beyond?.[section] ?? 0);
    const label = words.digest.more[section](count);
    return count === 0 ? [] : [{ label, command: 'digest-more', input: `section:${section} ${key}` }];
  });

const untold = ({ candidates }: Content, section: DigestSection): readonly Candidate[] =>
  candidates.filter((each) => each.kind === section && isBehindButton(each));

/** Everything of a section, told or not told for want of room. */
export function moreView(section: DigestSection, content: Content, tongue: Tongue): View {
  const { digest } = tongue.words;
  const rest = new Set(untold(content, section));
  const all = content.candidates.filter((each) => rest.has(each) || (each.kind === section && each.kept));
  const beyond = content.beyond?.[section] ?? 0;
  return {
    body: root(
      heading(3, digest.section[section]),
      all.length === 0 ? paragraph(digest.nothingOf) : bullets(all.map((each) => digestItem(each, tongue))),
      beyond > 0 && paragraph(digest.beyond(beyond)),
    ),
    next: [],
  };
}
