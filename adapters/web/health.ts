/** `/healthz`: the process answers. `/readyz`: it can answer questions, and how well. No names, no figures, no secrets. */
import { Hono } from 'hono';
import type { Library } from '../../src/port.ts';

/** Milliseconds that the search thread has to answer. */
const patience = 2_000;

type Readiness = 'ok' | 'degraded' | 'starting' | 'busy';

/** `library`: `null` while it is being opened. */
export function health(library: () => Library | null): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  app.get('/healthz', (context) => context.text('ok\n'));
  app.get('/readyz', async (context) => {
    const status = await readinessOf(library());
    return context.json({ status }, status === 'ok' || status === 'degraded' ? 200 : 503);
  });
  return app;
}

/** Degraded: the folder can not be read, so what is answered is what it held before. */
async function readinessOf(library: Library | null): Promise<Readiness> {
  if (library === null) return 'starting';
  const deadline = Promise.withResolvers<Readiness>();
  const timer = setTimeout(() => deadline.resolve('busy'), patience);
  const status = library.status().then(({ isReadable }) => (isReadable ? 'ok' : 'degraded'));
  return Promise.race([status, deadline.promise]).finally(() => clearTimeout(timer));
}
