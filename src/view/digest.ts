/** A digest as people see it: one message, or a summary with the details in a thread below it. */
import type { ListItem, RootContent } from 'mdast';
import type { Candidate, Content } from '../digest/content.ts';
import type { DigestSection, Locale, Next, Settings, View } from '../port.ts';
import { words } from '../words/index.ts';
import { span, titleOf } from './agenda.ts';
import { bullets, heading, item, joined, paragraph, root, strong } from './build.ts';
import { digestItem } from './digest-item.ts';
import { moreButtons } from './digest-more.ts';
import { digestTitle } from './digest-title.ts';
import type { Mention } from './node.ts';
import type { Tongue } from './results.ts';

export interface DigestShown {
  /** Key of the edition: buttons lead to what it says. */
  readonly key: string;
  readonly content: Content;
  readonly locale: Locale;
  readonly community: Settings['name'];
  /** `2027-W09` or `2027-03-01`: is it a week's, or a day's? */
  readonly period: string;
  /** Local day of the channel. */
  readonly day: string;
  /** IANA name. */
  readonly zone: string;
  /** The role that is notified: `null`: nobody is. */
  readonly mention: { readonly id: string; readonly name: string } | null;
}

/** All in one message. */
export function digestView(shown: DigestShown): View {
  const tongue = tongueOf(shown);
  return {
    body: root(...opening(shown, tongue), ...sectionsOf(shown, tongue)),
    next: [...moreButtons(shown.key, shown.content, tongue), searchButton(tongue)],
  };
}

/** A line a section for the channel, and all of it for the thread below. */
export function digestSummary(shown: DigestShown): { readonly view: View; readonly details: View } {
  const tongue = tongueOf(shown);
  const lines = toldSections(shown.content).map(({ section, told }) => summaryItem(section, told, tongue));
  const { details } = tongue.words.digest;
  return {
    view: {
      body: root(...opening(shown, tongue), bullets(lines), paragraph(details)),
      next: [searchButton(tongue)],
    },
    details: {
      body: root(...sectionsOf(shown, tongue)),
      next: moreButtons(shown.key, shown.content, tongue),
    },
  };
}

/** Nothing is new: one line, and the next event as far as it is known. Nobody is notified of that. */
export function emptyView(shown: DigestShown): View {
  const tongue = tongueOf(shown);
  const { empty, next } = tongue.words.digest;
  const coming = shown.content.candidates.find(
    (each) => each.kind === 'events' && each.reason === 'window' && each.event.status === 'scheduled',
  );
  return {
    body: root(
      ...opening({ ...shown, mention: null }, tongue),
      paragraph(empty),
      coming?.kind === 'events' &&
        paragraph(next, ' ', ...joined(' · ', [[titleOf(coming.event, tongue)], span(coming.event)])),
    ),
    next: [searchButton(tongue)],
  };
}

const tongueOf = ({ locale }: DigestShown): Tongue => ({ words: words[locale], locale });

function opening(shown: DigestShown, tongue: Tongue): readonly RootContent[] {
  const { mention } = shown;
  const role: Mention | null = mention && { type: 'mention', of: 'role', ...mention };
  return [heading(2, digestTitle(shown, tongue)), ...(role === null ? [] : [paragraph(role)])];
}

interface ToldSection {
  readonly section: DigestSection;
  readonly told: readonly Candidate[];
}

/** Sections that say anything, in their order. */
const toldSections = ({ sections, candidates }: Content): readonly ToldSection[] =>
  sections
    .map((section) => ({ section, told: candidates.filter((each) => each.kept && each.kind === section) }))
    .filter(({ told }) => told.length > 0);

const sectionsOf = ({ content }: DigestShown, tongue: Tongue): readonly RootContent[] =>
  toldSections(content).flatMap(({ section, told }) => [
    heading(3, tongue.words.digest.section[section]),
    bullets(told.map((each) => digestItem(each, tongue))),
  ]);

/** Titles of a section that its line names. */
const mostTitles = 2;

function summaryItem(section: DigestSection, told: readonly Candidate[], { words: said }: Tongue): ListItem {
  const { digest, report } = said;
  const marks = (['new', 'moved', 'cancelled'] as const).flatMap((mark) => {
    const count = section === 'events' ? told.filter(({ reason }) => reason === mark).length : 0;
    return count === 0 ? [] : [digest.marked[mark](count)];
  });
  const titles = told.slice(0, mostTitles).map(({ title }) => title || report.untitled);
  const rest = told.length > mostTitles ? [digest.andMore] : [];
  return item(
    paragraph(
      ...joined(' · ', [
        [strong(digest.count[section](told.length))],
        marks.length === 0 ? [] : [marks.join(digest.comma)],
        [[...titles, ...rest].join(' / ')],
      ]),
    ),
  );
}

const searchButton = ({ words: said }: Tongue): Next => ({
  label: said.digest.search,
  command: 'search',
  input: '',
  form: true,
});
