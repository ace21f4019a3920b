/** What the operator lets feeds reach although the guard would stop it: from the environment alone, never from content. */
import { UserError } from '../../src/error.ts';

/** `calendar.internal:8080`, `[::1]:80`: hosts as a URL has them, each with its port. */
export type Allow = ReadonlySet<string>;

/** `MEETUP_FEED_ALLOW`, entries separated by commas. Throws UserError `bad-feed-allow` with the first that is none. */
export const readAllow = (env: NodeJS.ProcessEnv): Allow =>
  new Set(
    (env['MEETUP_FEED_ALLOW'] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map(readEntry),
  );

/** Nobody is to believe that `*` stands for all of them. */
const hostname = /^(?:[\w.-]+|\[[\da-f:]+\])$/;

function readEntry(value: string): string {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
  const url = URL.parse(`http://${host}`);
  const isHost = url !== null && url.href === `http://${url.hostname}/` && hostname.test(url.hostname);
  if (!isHost || Number(port) < 1 || Number(port) > 65_535) throw new UserError('bad-feed-allow', { value });
  return `${url.hostname}:${Number(port)}`;
}

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** The port that an address leads to; `null` where its scheme is not of the web. */
export function portOf({ protocol, port }: URL): number | null {
  const usual = usualPorts[protocol];
  return usual === undefined || port === '' ? (usual ?? null) : Number(port);
}

export const isAllowed = (allow: Allow, url: URL): boolean => allow.has(`${url.hostname}:${portOf(url)}`);
