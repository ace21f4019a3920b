/** The pages of the site, by their paths. */
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { plainHeaders } from '../secure.ts';
import { visitOf } from '../visit.ts';
import type { Ground } from '../visit.ts';
import { cached } from './cached.ts';
import { event } from './event.ts';
import { events } from './events.ts';
import { createFeed } from './atom.ts';
import type { Source } from './atom.ts';
import { digestFeed } from './digest-feed.ts';
import { digest } from './digest.ts';
import { digests } from './digests.ts';
import { reportFeed } from './feed.ts';
import { home } from './home.ts';
import { calendarRoutes } from './ics.ts';
import { series, speaker, tag } from './name.ts';
import { namesIn } from './names.ts';
import { pageHtml } from './page.ts';
import type { Show } from './page.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';

const pages: Readonly<Record<string, Show>> = {
  '/': home,
  '/reports': reports,
  '/reports/:id{[a-z0-9]+}': report,
  '/speakers': namesIn('speakers'),
  '/speakers/:name': speaker,
  '/series': namesIn('series'),
  '/series/:name': series,
  '/tags': namesIn('tags'),
  '/tags/:name': tag,
  '/events': events,
  '/events/:id{[a-z0-9-]+}': event,
  '/digests': digests,
  '/digests/:id{[A-Za-z0-9-]+}': digest,
  '/search': search,
};

export function pageRoutes(ground: () => Ground): Hono {
  const app = new Hono();
  app.use(plainHeaders, etag());
  // Before the pages: to `/tags/:name` the ending of a file is a part of the name.
  app.route('/', calendarRoutes(ground));
  for (const [path, show] of Object.entries(pages))
    app.get(path, async (context) => {
      const visit = await visitOf(context, ground());
      const page = await show(visit);
      return page === null ? context.notFound() : context.html(pageHtml(page, visit), 200, cached);
    });
  app.get('/upcoming', (context) =>
    context.redirect(`${ground().site.root}/events${new URL(context.req.url).search}`, 301),
  );
  feedRoute(app, reportFeed, ground);
  feedRoute(app, digestFeed, ground);
  return app;
}

function feedRoute<News>(app: Hono, source: Source<News>, ground: () => Ground): void {
  const feed = createFeed(source);
  app.get(source.path, async (context) => {
    const document = await feed(await visitOf(context, ground()));
    return context.body(document, 200, { ...cached, 'Content-Type': 'application/atom+xml; charset=utf-8' });
  });
}
