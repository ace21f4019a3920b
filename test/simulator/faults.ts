/** How an API that answers with JSON goes wrong: as a service that is ill, or as a page that is none of its own. */
import type { Reply } from './server.ts';

export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly body?: string; readonly type?: string }
  | { readonly kind: 'limit'; readonly retryAfter: string | null }
  /** The connection breaks. */
  | { readonly kind: 'cut' }
  /** It answers as it should, once the promise is kept. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

export const json = (body: unknown, status = 200, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const tooMany = (retryAfter: string | null): Reply =>
  json({ detail: 'Too many requests.' }, 429, retryAfter === null ? {} : { 'Retry-After': retryAfter });

/** `answer`: what it would be without the fault. */
export async function faulty(fault: Fault | undefined, answer: () => Reply): Promise<Reply | null> {
  if (fault === undefined) return answer();
  if (fault.kind === 'cut') return null;
  if (fault.kind === 'limit') return tooMany(fault.retryAfter);
  if (fault.kind === 'held') {
    await fault.until;
    return answer();
  }
  const { status, body = '<html><body>Error</body></html>', type = 'text/html' } = fault;
  return { status, headers: { 'Content-Type': type }, body };
}
