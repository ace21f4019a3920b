/** One thing of a digest, short enough for a phone. */
import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Candidate, ToldEvent, ToldReport, ToldTalk } from '../digest/content.ts';
import { isWholeDay } from '../event/fact.ts';
import type { DigestSection } from '../port.ts';
import { span, streamOf, titleOf } from './agenda.ts';
import { item, joined, link, paragraph, strong, time } from './build.ts';
import { dateText } from './date.ts';
import { meetupText } from './results.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';
import { seatsOf } from './seats.ts';

type Of<Kind extends DigestSection> = Extract<Candidate, { kind: Kind }>;

const items: { readonly [Kind in DigestSection]: (of: Of<Kind>, tongue: Tongue) => ListItem } = {
  events: eventItem,
  reports: ({ report }, tongue) => reportItem(report, tongue),
  slides: ({ talk, report }, tongue) => talkItem({ talk, report, lead: null }, tongue),
  calls: callItem,
  archive: archiveItem,
};

export function digestItem(candidate: Candidate, tongue: Tongue): ListItem {
  const itemOf = items[candidate.kind] as (of: Candidate, tongue: Tongue) => ListItem;
  return itemOf(candidate, tongue);
}

function eventItem({ event, reason, movedFrom }: Of<'events'>, tongue: Tongue): ListItem {
  const { digest } = tongue.words;
  const mark = event.status === 'cancelled' ? digest.mark.cancelled : markOf(reason, tongue);
  const from = movedFrom === null ? [] : [digest.moved, ' ', startOf({ ...event, start: movedFrom })];
  return item(
    paragraph(titleOf(event, tongue)),
    paragraph(...joined(' · ', [mark === null ? [] : [strong(mark)], ...eventFacts(event, tongue)])),
    ...(movedFrom === null ? [] : [paragraph(...from)]),
  );
}

function markOf(reason: Candidate['reason'], { words }: Tongue): string | null {
  const { mark } = words.digest;
  return reason in mark ? mark[reason as keyof typeof mark] : null;
}

/** When, where, and how full: of one that is called off, when it would have been. */
function eventFacts(event: ToldEvent, tongue: Tongue): readonly (readonly (PhrasingContent | string)[])[] {
  if (event.status === 'cancelled') return [span(event)];
  return [
    span(event),
    event.place === null ? [] : [event.place],
    streamOf(event, tongue),
    seatsOf(event, tongue),
    event.inferred ? [tongue.words.agenda.inferred] : [],
  ];
}

const startOf = ({ start, zone }: Pick<ToldEvent, 'start' | 'zone'>): PhrasingContent =>
  time(start, zone, isWholeDay(start) ? 'day' : 'moment');

function reportItem(report: ToldReport, tongue: Tongue, lead: string | null = null): ListItem {
  const parts = partsOf(report, tongue);
  const facts = reportFacts(report, tongue);
  return item(
    titleLine({ title: report.title, url: report.url, lead }, tongue),
    ...(facts.length > 0 ? [paragraph(...facts)] : []),
    ...(parts === '' ? [] : [paragraph(parts)]),
  );
}

const reportFacts = ({ date, talks }: ToldReport, { words, locale }: Tongue): PhrasingContent[] =>
  joined(' · ', [
    date === null ? [] : [dateText(date, locale)],
    talks === 0 ? [] : [words.report.talks(talks)],
  ]);

/** The first talks of a report, and that there are more. A report that is one talk has said its title already. */
function partsOf({ title, parts, talks }: ToldReport, tongue: Tongue): string {
  const named = parts.filter((part) => part.title !== '' && part.title !== title);
  if (named.length === 0) return '';
  const { andMore } = tongue.words.digest;
  const texts = named.map((part) => talkText(part, tongue));
  return [...texts, ...(talks > named.length ? [andMore] : [])].join(' / ');
}

const talkText = ({ title, speakers }: ToldTalk, { words }: Tongue): string =>
  words.digest.talk(title, speakers.join(words.digest.comma));

interface Talk {
  readonly talk: ToldTalk;
  readonly report: ToldReport;
  readonly lead: string | null;
}

/** Its slides, who gave it, and where. */
function talkItem({ talk, report, lead }: Talk, tongue: Tongue): ListItem {
  const { title, speakers, slides } = talk;
  const facts = joined(' · ', [
    speakers.length === 0 ? [] : [speakers.join(tongue.words.digest.comma)],
    [meetupText(report, report.title)],
    report.date === null ? [] : [dateText(report.date, tongue.locale)],
  ]);
  return item(titleLine({ title, url: slides[0] ?? report.url, lead }, tongue), paragraph(...facts));
}

function callItem({ event, wanted }: Of<'calls'>, tongue: Tongue): ListItem {
  const [before = '', after = ''] = tongue.words.digest.wanted[wanted];
  const isComing = wanted === 'speakers';
  return item(
    paragraph(before !== '' && before, titleOf(event, tongue), after),
    ...(isComing
      ? [paragraph(...joined(' · ', eventFacts({ ...event, capacity: null, accepted: null }, tongue)))]
      : []),
  );
}

function archiveItem({ talk, report, years, remindedBy }: Of<'archive'>, tongue: Tongue): ListItem {
  const { digest } = tongue.words;
  const lead = years === null ? digest.reminds(remindedBy ?? '') : digest.years(years);
  return talk === null ? reportItem(report, tongue, lead) : talkItem({ talk, report, lead }, tongue);
}

function titleLine(
  { title, url, lead }: { readonly title: string; readonly url: string | null; readonly lead: string | null },
  { words }: Tongue,
): Paragraph {
  const to = url === null ? null : safeUrl(url);
  const name = title === '' ? words.report.untitled : title;
  return paragraph(lead !== null && `${lead} `, strong(to === null ? name : link(to, name)));
}
