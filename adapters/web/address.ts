/** Where the server listens, and under which address people reach it: from the environment alone, never from a request. */
import { isIP } from 'node:net';
import { UserError } from '../../src/error.ts';

export interface Address {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** As people type it, without a slash at its end; `null`: this machine itself. May have a path: a proxy keeps it. */
  readonly publicUrl: string | null;
}

/** `HOST`, `PORT` and `PUBLIC_URL`. Throws UserError `bad-port` or `bad-public-url`. */
export const readAddress = (env: NodeJS.ProcessEnv): Address => ({
  host: env['HOST'] || '127.0.0.1',
  port: portOf(env['PORT'] || '3000'),
  publicUrl: env['PUBLIC_URL'] ? publicUrlOf(env['PUBLIC_URL']) : null,
});

function portOf(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new UserError('bad-port', { value });
  return Number(value);
}

function publicUrlOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || `${url.username}${url.password}${url.search}${url.hash}` !== '')
    throw new UserError('bad-public-url', { value });
  return url.href.replace(/\/+$/, '');
}

/** Can only programs on this machine reach it? */
export const isLocal = ({ host }: Address): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** The address of our own pages. */
export interface Site {
  /** `https://meetup.example.org` or `https://example.org/meetup`. */
  readonly base: string;
  /** Path of the base: '' or `/meetup`. */
  readonly root: string;
  /**
   * Is that a name by which this server may be called? A page elsewhere can make its own name lead to this machine (DNS
   * rebinding), but it can not make a browser send a name that is not its own: addresses and our own names are safe.
   */
  readonly isOwnHost: (hostname: string) => boolean;
}

/** `port`: the one that it really listens on. */
export function siteOf({ host, publicUrl }: Address, port: number): Site {
  const base = publicUrl ?? `http://${reachable(host)}:${port}`;
  const { hostname, pathname } = new URL(base);
  const isOwnHost = (name: string): boolean =>
    name === hostname ||
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
  return { base, root: pathname === '/' ? '' : pathname, isOwnHost };
}

/** All interfaces are no address that a browser can open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}
