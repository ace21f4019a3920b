/** The pages of the site, by their paths. */
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { plainHeaders } from '../secure.ts';
import { visitOf } from '../visit.ts';
import type { Ground } from '../visit.ts';
import { home } from './home.ts';
import { pageHtml } from './page.ts';
import type { Show } from './page.ts';
import { reports } from './reports.ts';

const pages: Readonly<Record<string, Show>> = {
  '/': home,
  '/reports': reports,
};

/** Seconds that a page may be shown without asking again: what people write is found within two seconds where they ask. */
const freshness = 'public, max-age=60';

export function pageRoutes(ground: () => Ground): Hono {
  const app = new Hono();
  app.use(plainHeaders, etag());
  for (const [path, show] of Object.entries(pages))
    app.get(path, async (context) => {
      const visit = await visitOf(context, ground());
      const page = await show(visit);
      if (page === null) return context.notFound();
      context.header('Cache-Control', freshness);
      context.header('Vary', 'Accept-Language');
      return context.html(pageHtml(page, visit));
    });
  return app;
}
