/** Pages that only say something: not there, our fault, not ready yet. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Library, Now } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import type { Site } from './address.ts';
import { framed, headOf } from './layout.ts';
import { negotiated, visitOf } from './visit.ts';

interface Parts {
  readonly site: Site;
  readonly library: Library | null;
  readonly now: Now;
  readonly status: 404 | 500;
  /** Number of the failure. */
  readonly id: string;
}

/** In the site's frame where that can be had: a failure may be the frame's own. */
export async function noticePage(
  context: Context,
  { site, library, now, status, id }: Parts,
): Promise<Response> {
  const tongue = words[negotiated(context, 'ja')];
  const sentence = status === 404 ? tongue.web.notFound : tongue.fault(id);
  context.header('Cache-Control', 'no-store');
  if (library === null || status === 500) return bare(context, { site, sentence, status });
  const visit = await visitOf(context, { site, library, now });
  return context.html(
    framed({ title: sentence, main: html`<p>${visit.words.web.notFoundHint}</p>` }, visit),
    status,
  );
}

/** Seconds until a browser asks again by itself. */
const patience = '2';

/** Not ready yet, or more people than can be answered. */
export async function waitingPage(context: Context, site: Site, why: 'starting' | 'busy'): Promise<Response> {
  const tongue = words[negotiated(context, 'ja')];
  const sentence = why === 'busy' ? tongue.error.busy() : tongue.web.waiting;
  context.header('Retry-After', patience);
  context.header('Refresh', patience);
  context.header('Cache-Control', 'no-store');
  return bare(context, { site, sentence, status: 503 });
}

function bare(
  context: Context,
  {
    site,
    sentence,
    status,
  }: { readonly site: Site; readonly sentence: string; readonly status: 404 | 500 | 503 },
): Response | Promise<Response> {
  return context.html(
    html`<!doctype html>
      <html lang="${negotiated(context, 'ja')}">
        <head>
          ${headOf({ title: sentence, styles: ['style.css'] }, { site })}
        </head>
        <body class="page">
          <main><h1>${sentence}</h1></main>
        </body>
      </html>`,
    status,
  );
}
