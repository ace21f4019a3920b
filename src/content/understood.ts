/** A file taken apart and judged: its header, its chapters, which of them are talks, and their sections. */
import type { Problem } from '../model.ts';
import type { Hash } from '../port.ts';
import { chaptersOf, type Chapter } from './chapter.ts';
import { textField } from './fields.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { identityOf, type Identity } from './meetup.ts';
import { reportTitle } from './report-title.ts';
import { placedSections, type Placed } from './sections.ts';
import { judge, type Verdict } from './talk.ts';

/** A file: its path below the content folder, with `/`, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Context {
  /** IANA name: what a time without a zone means. */
  readonly zone: string;
  readonly hash: Hash;
}

/** `readReport` and `readSection` are two views of it. */
export interface Understood {
  readonly header: FrontMatter;
  readonly title: string;
  readonly identity: Identity;
  readonly chapters: readonly Chapter[];
  readonly verdicts: readonly Verdict[];
  readonly placed: readonly Placed[];
  readonly problems: readonly Problem[];
}

export function understand({ path, text }: Source, { hash }: Context): Understood {
  const header = readFrontMatter(text);
  const { chapters, problems } = chaptersOf(header.body, header.bodyLine);
  const title = reportTitle(header, chapters, path);
  const identity = identityOf({
    title,
    description: textField(header, ['description', 'subtitle', 'subheading', 'summary', 'excerpt']),
    slug: textField(header, ['slug']),
    url: textField(header, ['event_url', 'event-url', 'eventurl', 'event']),
    chapters,
  });
  const names = [title, identity.series].filter((name) => name !== null);
  const verdicts = judge(chapters, { isMeetup: identity.isMeetup, hasPage: identity.url !== null, names });
  const placed = placedSections({ path, hash, chapters, verdicts });
  return { header, title, identity, chapters, verdicts, placed, problems: [...header.problems, ...problems] };
}
