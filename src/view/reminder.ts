/** A reminder, and what one is told of an event that one wanted to be reminded of. */
import type { Happening, Next, View } from '../port.ts';
import { span, streamOf, titleOf } from './agenda.ts';
import { bullets, heading, joined, paragraph, root } from './build.ts';
import { newsItem } from './event-news.ts';
import type { News } from './event-news.ts';
import type { Tongue } from './results.ts';

type Reminded = Pick<
  Happening,
  'id' | 'title' | 'url' | 'status' | 'start' | 'end' | 'zone' | 'place' | 'online'
>;

/** For one person, or for a channel: then there is nothing to stop by a button. */
export function reminderView(event: Reminded, tongue: Tongue, to: 'person' | 'channel'): View {
  const { words } = tongue;
  const facts = joined(' · ', [event.place === null ? [] : [event.place], streamOf(event, tongue)]);
  return {
    body: root(
      heading(3, words.event.reminder.title),
      paragraph(titleOf(event, tongue)),
      paragraph(words.event.reminder.starts, ' ', ...span(event)),
      facts.length > 0 && paragraph(...facts),
    ),
    next: [details(event.id, tongue), ...(to === 'person' ? [stop(event.id, tongue)] : [])],
  };
}

/** It has moved, or will not be: whoever wanted to go hears it directly. */
export function changedView(news: News, tongue: Tongue): View {
  return {
    body: root(paragraph(tongue.words.event.reminder.changed), bullets([newsItem(news, tongue)])),
    next: [details(news.event.id, tongue)],
  };
}

const details = (id: string, { words }: Tongue): Next => ({
  label: words.event.button.details,
  command: 'event',
  input: id,
});

const stop = (id: string, { words }: Tongue): Next => ({
  label: words.event.reminder.stopOne,
  command: 'remind',
  input: `off:yes ${id}`,
});
