/** Where a service is: at another address for a proxy, and for tests. */
import { UserError } from '../../src/error.ts';

export interface Address {
  /** Of the variable that says it. */
  readonly name: string;
  readonly usual: string;
  /** What its path ends in, as the version of the service that is spoken. */
  readonly end: string;
}

/** Without a slash at its end. Throws UserError `bad-feed-api-url`. */
export function readAddress(env: Readonly<Record<string, string | undefined>>, of: Address): string {
  const value = env[of.name] || of.usual;
  const url = URL.parse(value.replace(/\/+$/u, ''));
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || !url.pathname.endsWith(of.end) || `${url.search}${url.hash}` !== '')
    throw new UserError('bad-feed-api-url', { name: of.name, value, usual: of.usual });
  return url.href.replace(/\/+$/u, '');
}
