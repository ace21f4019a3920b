/** The calendars that one can subscribe to, and how. */
import { html } from 'hono/html';
import { plainly } from '../../../src/view/safe.ts';
import type { Html } from '../layout.ts';
import type { Visit } from '../visit.ts';
import type { Filter } from './filters.ts';

export interface Calendar {
  readonly title: string;
  /** Address of the file. */
  readonly url: string;
}

/** Of all events. */
export const everyEvent = ({ words, url }: Visit): Calendar => ({
  title: words.web.event.every,
  url: url('/events.ics'),
});

/** Of the events of a series or with a tag; none where the name is one that has no page. */
export function calendarsOf({ kind, name }: Filter, { pages, words }: Visit): readonly Calendar[] {
  const page = pages[kind](name);
  return page === null ? [] : [{ title: words.web.event.calendar(plainly(name)), url: `${page}.ics` }];
}

/** How one subscribes to them: programs of this machine by a link, all others by the address. */
export const subscription = (calendars: readonly Calendar[], { words }: Visit): Html =>
  html`<section class="subscribe" aria-labelledby="subscribe">
    <h2 id="subscribe">${words.web.event.subscribe}</h2>
    <ul>
      ${calendars.map(
        ({ title, url }) =>
          html`<li>
            <strong>${title}</strong>
            <a href="${url.replace(/^https?:/, 'webcal:')}">${words.web.event.open}</a>
            <code>${url}</code>
          </li>`,
      )}
    </ul>
    <p>${words.web.event.how}</p>
  </section>`;
