/** Where there is no such room, person or thread: one sentence, and the way to where there is one. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { UserError } from '../../../src/error.ts';
import { words } from '../../../src/words/index.ts';
import type { Site } from '../address.ts';
import { headOf } from '../layout.ts';
import { negotiated } from '../visit.ts';

/** Any other error goes on. */
export function refusal(error: Error, context: Context, site: Site): Response | Promise<Response> {
  const locale = negotiated(context, 'ja');
  const { refused, start } = words[locale].playground;
  const sentence = Object.entries(refused).find(
    ([code]) => error instanceof UserError && error.code === code,
  )?.[1];
  if (sentence === undefined) throw error;
  return context.html(
    html`<!doctype html>
      <html lang="${locale}">
        <head>
          ${headOf({ title: sentence, styles: ['style.css'] }, { site })}
        </head>
        <body class="page">
          <main>
            <h1 id="problem">${sentence}</h1>
            <p><a href="${site.root}/chat">${start}</a></p>
          </main>
        </body>
      </html>`,
    404,
  );
}
