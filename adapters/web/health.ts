/** `/healthz`: the process answers. `/readyz`: it can answer questions, and how well. No names, no figures, no secrets. */
import { Hono } from 'hono';
import type { Library } from '../../src/port.ts';
import { isBusy } from './busy.ts';

/** Milliseconds that the search thread has to answer. */
const patience = 2_000;

/** An answer of a minute ago says nothing about now. */
const fresh = { 'Cache-Control': 'no-store' };

type Readiness = 'ok' | 'degraded' | 'starting' | 'busy';

/** `library`: `null` while it is being opened. */
export function health(library: () => Library | null): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.text('ok\n', 200, fresh));
  app.get('/readyz', async (context) => {
    const status = await readinessOf(library());
    return context.json({ status }, status === 'ok' || status === 'degraded' ? 200 : 503, fresh);
  });
  return app;
}

/** Degraded: the folder can not be read, so what is answered is what it held before. */
async function readinessOf(library: Library | null): Promise<Readiness> {
  if (library === null) return 'starting';
  const deadline = Promise.withResolvers<Readiness>();
  const timer = setTimeout(() => deadline.resolve('busy'), patience);
  const status = library.status().then(({ isReadable }) => (isReadable ? 'ok' : 'degraded'), unlessBusy);
  return Promise.race([status, deadline.promise]).finally(() => clearTimeout(timer));
}

function unlessBusy(error: unknown): Readiness {
  if (isBusy(error)) return 'busy';
  throw error;
}
