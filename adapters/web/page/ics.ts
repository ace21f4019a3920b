/** `/events.ics`, `/series/NAME.ics`, `/tags/NAME.ics`, `/events/ID.ics`: events as calendars that one subscribes to (RFC 5545). */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Happening } from '../../../src/port.ts';
import { calendarOf } from '../../../src/view/ical.ts';
import { plainly } from '../../../src/view/safe.ts';
import { visitOf } from '../visit.ts';
import type { Ground, Visit } from '../visit.ts';
import { isOf, namesOf } from './belonging.ts';
import type { Kind } from './belonging.ts';
import { cached } from './cached.ts';
import { createEditions } from './edition.ts';

/** Milliseconds: how far a calendar goes back, and how far ahead. */
const back = 90 * 24 * 60 * 60_000;
const ahead = 731 * 24 * 60 * 60_000;

/** What a calendar holds. */
interface Listing {
  readonly name: string;
  /** Address of the page that says the same to people. */
  readonly url: string;
  readonly happenings: readonly Happening[];
}

/** `null`: there is no such calendar. */
type List = (visit: Visit) => Promise<Listing | null>;

const calendars: Readonly<Record<string, List>> = {
  '/events.ics': async (visit) => ({
    name: communityOf(visit),
    url: visit.url('/events'),
    happenings: await around(visit),
  }),
  '/events/:file{[a-z0-9-]+\\.ics}': one,
  '/series/:file{[^/]+\\.ics}': (visit) => named('series', visit),
  '/tags/:file{[^/]+\\.ics}': (visit) => named('tag', visit),
};

export function calendarRoutes(ground: () => Ground): Hono {
  const app = new Hono();
  const editionOf = createEditions();
  for (const [path, list] of Object.entries(calendars))
    app.get(path, async (context) => {
      const visit = await visitOf(context, ground());
      const listing = await list(visit);
      if (listing === null) return context.notFound();
      const { hostname } = new URL(visit.site.base);
      const write = (now: Date): string =>
        calendarOf(listing.happenings, { name: listing.name, url: listing.url, now, host: hostname });
      return sent(context, editionOf({ path: visit.path, now: visit.now(), write }));
    });
  return app;
}

/** Not again to who has this edition. Where they name it by its tag, the tag alone counts (RFC 9110, 13.1.3). */
function sent(context: Context, { text, at }: { readonly text: string; readonly at: Date }): Response {
  const since = context.req.header('If-None-Match') === undefined && context.req.header('If-Modified-Since');
  const headers = {
    ...cached,
    'Last-Modified': at.toUTCString(),
    'Content-Type': 'text/calendar; charset=utf-8',
  };
  return since && at.getTime() - (at.getTime() % 1000) <= Date.parse(since)
    ? context.body(null, 304, headers)
    : context.body(text, 200, headers);
}

const communityOf = ({ words, settings }: Visit): string => plainly(words.start.welcome(settings.name));

/** What was lately, and all that is coming. */
function around({ library, now }: Visit): Promise<readonly Happening[]> {
  const at = now().getTime();
  return library.happenings({ from: new Date(at - back), to: new Date(at + ahead) });
}

const asked = ({ param }: Visit): string => param('file').slice(0, -'.ics'.length);

async function one(visit: Visit): Promise<Listing | null> {
  const id = asked(visit);
  const reading = await visit.library.event(id);
  if (reading?.happening.id !== id) return null;
  const { happening } = reading;
  return { name: happening.title, url: visit.pages.event(id), happenings: [happening] };
}

/** A calendar that nothing stands in at the moment is one none the less, as long as the reports know the name. */
async function named(kind: Kind, visit: Visit): Promise<Listing | null> {
  const { library, pages } = visit;
  const name = asked(visit);
  const happenings = (await around(visit)).filter(isOf(kind, name, pages));
  const { items } = await library.names({ kind, like: name, limit: 1, offset: 0 });
  const written = [...items.map((entry) => entry.name), ...happenings.flatMap(namesOf[kind])];
  const called = written.find(
    (each) => pages[kind](each) !== null && pages[kind](each) === pages[kind](name),
  );
  if (called === undefined) return null;
  return { name: `${communityOf(visit)}: ${called}`, url: pages.events({ [kind]: called }), happenings };
}
