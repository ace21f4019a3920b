/** What has changed about events, a sentence each. */
import type { ListItem, PhrasingContent, Root } from 'mdast';
import type { Change, Seen, Times } from '../event/change.ts';
import type { KnownEvent, Step } from '../event/plan.ts';
import { span, titleOf } from './agenda.ts';
import { bullets, heading, item, joined, paragraph, root, text, time } from './build.ts';
import type { Tongue } from './results.ts';
import { isWholeDay } from '../event/fact.ts';
import type { Happening } from '../port.ts';

/** Something that one tells people about an event. */
export interface News {
  readonly event: Seen & Pick<Happening, 'id' | 'series' | 'tags'>;
  readonly what: 'created' | 'withdrawn' | readonly Change[];
}

/** `null`: nobody is told of it. */
export function newsOf(step: Step): News | null {
  if (step.step === 'forget') return null;
  if (step.step === 'withdraw') return { event: toldOf(step.before), what: 'withdrawn' };
  const event = toldOf(step.event);
  if (step.step === 'update') return step.changes.length === 0 ? null : { event, what: step.changes };
  const isNews = !step.repeats && event.status === 'scheduled';
  return isNews ? { event, what: 'created' } : null;
}

const toldOf = ({ id, seen, series, tags }: KnownEvent): News['event'] => ({ id, ...seen, series, tags });

/** Lines of one message; what is more is counted. */
export const mostNews = 10;

export function newsView(news: readonly News[], tongue: Tongue): Root {
  const { title, more } = tongue.words.event.news;
  const left = news.length - mostNews;
  return root(
    heading(3, title),
    bullets(news.slice(0, mostNews).map((each) => newsItem(each, tongue))),
    left > 0 && paragraph(more(left)),
  );
}

export function newsItem(news: News, tongue: Tongue): ListItem {
  const { event } = news;
  const facts = joined(' · ', [span(event), event.place === null ? [] : [event.place]]);
  const isMoved = typeof news.what !== 'string' && news.what.some(({ kind }) => kind === 'moved');
  return item(
    paragraph(titleOf(event, tongue)),
    paragraph(...sentence(news, tongue)),
    ...(isMoved ? [] : [paragraph(...facts)]),
  );
}

/** In one sentence: what has happened to it. */
export function sentence({ what }: Pick<News, 'what'>, { words }: Pick<Tongue, 'words'>): PhrasingContent[] {
  const said = words.event.change;
  if (typeof what === 'string') return [text(said[what])];
  return joined(
    said.joint,
    what.map((change) => told(change, said)),
  );
}

type Said = Tongue['words']['event']['change'];
type Parts = (PhrasingContent | string)[];

/** How each kind of change is told. */
const tellings: {
  readonly [Kind in Change['kind']]: (change: Extract<Change, { kind: Kind }>, said: Said) => Parts;
} = {
  cancelled: (_change, said) => [said.cancelled],
  revived: (_change, said) => [said.revived],
  moved: ({ from, to }, said) => [said.movedFrom, ' ', at(from), ' ', said.movedTo, ' ', at(to)],
  longer: ({ to, zone }, said) => [said.ends, ' ', to === null ? said.endUnknown : at({ start: to, zone })],
  renamed: ({ from }, said) => [said.renamed(from ?? '')],
  relocated: ({ to }, said) => [to === null ? said.placeUnknown : said.relocated(to)],
  readdressed: (_change, said) => [said.readdressed],
  opened: ({ seats }, said) => [said.opened(seats)],
};

function told(change: Change, said: Said): Parts {
  const telling = tellings[change.kind] as (change: Change, said: Said) => Parts;
  return telling(change, said);
}

const at = ({ start, zone }: Times): PhrasingContent =>
  time(start, zone, isWholeDay(start) ? 'day' : 'moment');
