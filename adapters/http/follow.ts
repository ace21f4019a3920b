/** From address to address to what is there. Each is guarded as if it were the first. */
import type { Fetched, FetchRequest, Now } from '../../src/port.ts';
import { answerOf } from './answer.ts';
import { codings } from './body.ts';
import { failureAt, NoAnswer } from './no-answer.ts';
import { visit } from './visit.ts';
import type { Journey, Reply, Stop } from './visit.ts';

const redirects = new Set([301, 302, 303, 307, 308]);

/** Throws NoAnswer. */
export async function follow(request: FetchRequest, journey: Journey, now: Now): Promise<Fetched> {
  const common = commonHeaders(request);
  let stop = firstStop(request);
  for (let left = journey.limits.redirects; ; left -= 1) {
    try {
      const reply = await visit({ ...stop, headers: { ...stop.headers, ...common } }, journey);
      if (!redirects.has(reply.status)) return answerOf(reply, request.since !== undefined, now);
      if (left === 0) throw new NoAnswer('redirects', String(reply.status));
      stop = nextStop(stop, reply);
    } catch (error) {
      throw failureAt(stop.url.host, error);
    }
  }
}

/** What everyone on the way may know. */
const commonHeaders = ({ since }: FetchRequest): Record<string, string> => ({
  'user-agent': 'meetup-bot',
  'accept-encoding': codings,
  ...(since?.etag ? { 'if-none-match': since.etag } : {}),
  ...(since?.modified ? { 'if-modified-since': since.modified } : {}),
});

function firstStop({ url: text, headers = {}, trusted = false }: FetchRequest): Stop {
  const url = URL.parse(text);
  if (url === null) throw new NoAnswer('blocked', 'no address of the web');
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { url, headers: Object.fromEntries(entries), isFree: trusted };
}

/** Headers are secrets of the origin that they were meant for: one that it sends us to does not get them. */
export function nextStop({ url, headers }: Stop, reply: Reply): Stop {
  const location = reply.header('location');
  const next = location === '' ? null : URL.parse(location, url.href);
  if (next === null) throw new NoAnswer('broken', 'location');
  if (url.protocol === 'https:' && next.protocol === 'http:')
    throw new NoAnswer('redirects', 'from https to http');
  return { url: next, headers: next.origin === url.origin ? headers : {}, isFree: false };
}
