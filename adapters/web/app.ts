/** All that is answered, in its order: health first, then whom we answer at all, then what they asked for. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import type { Library, Log, Now } from '../../src/port.ts';
import type { Site } from './address.ts';
import { assets } from './asset.ts';
import { isBusy } from './busy.ts';
import { health } from './health.ts';
import { noticePage, waitingPage } from './notice.ts';
import { pageRoutes } from './page/index.ts';
import { limitBody, ownHost, plainHeaders, sameOrigin } from './secure.ts';
import type { Ground } from './visit.ts';

export interface AppParts {
  readonly site: Site;
  /** `null` while it is being opened. */
  readonly library: () => Library | null;
  /** What stands below `/chat`, and takes the place of the first page; `null`: there is no playground. */
  readonly playground: ((ground: () => Ground) => Hono) | null;
  readonly now: Now;
  readonly log: Log;
  readonly newId: () => string;
}

export function createApp({ site, library, playground, now, log, newId }: AppParts): Hono {
  const app = new Hono();
  const root = site.root === '' ? '/' : site.root;
  const ground = (): Ground => ({ site, library: opened(library()), now });
  const notice = (context: Context, status: 404 | 500, id = ''): Promise<Response> =>
    noticePage(context, { site, library: library(), now, status, id });

  app.route('/', health(library));
  app.use(ownHost(site), plainHeaders, limitBody, sameOrigin(site), compress());
  app.route(root, assets());
  app.use(async (context, next) => (library() === null ? waitingPage(context, site, 'starting') : next()));
  if (root !== '/') app.get(`${root}/`, (context) => context.redirect(root));
  if (playground !== null) {
    app.get(root, (context) => context.redirect(`${site.root}/chat${new URL(context.req.url).search}`));
    app.route(`${site.root}/chat`, playground(ground));
  }
  app.route(root, pageRoutes(ground));
  app.notFound((context) => notice(context, 404));
  app.onError((error, context) => {
    if ('getResponse' in error) return error.getResponse();
    if (isBusy(error)) return waitingPage(context, site, 'busy');
    const id = newId();
    log.error({ id, err: error, path: context.req.routePath }, 'a page failed');
    return notice(context, 500, id);
  });
  return app;
}

/** Behind the waiting page there always is one. */
function opened(library: Library | null): Library {
  if (library === null) throw new Error('the library is not open');
  return library;
}
