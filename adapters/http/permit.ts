/** Decides whether an address may be asked, by the machines that it leads to: SSRF is stopped here. */
import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { isAllowed, portOf } from './allow.ts';
import type { Allow } from './allow.ts';
import type { Limits } from './limits.ts';
import { NoAnswer } from './no-answer.ts';
import { isPublic } from './public.ts';

/** Every address that a name has. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** As the system does it, `/etc/hosts` included. */
export const resolveName: Resolve = (name) => lookup(name, { all: true });

/** Where one may go. */
export interface Permission {
  /** Those that were looked at, and no others: to ask a second time may bring another answer (DNS rebinding). */
  readonly addresses: readonly LookupAddress[];
  /** Is that an address that one may be connected with? */
  readonly isOpen: (address: string) => boolean;
}

export interface Guard {
  readonly allow: Allow;
  readonly resolve: Resolve;
  readonly limits: Pick<Limits, 'ports'>;
}

const blocked = (what: string): NoAnswer => new NoAnswer('blocked', what);

/** `isFree`: it may lead anywhere. Throws NoAnswer, and the resolver's own error. */
export async function permit(url: URL, isFree: boolean, guard: Guard): Promise<Permission> {
  const port = portOf(url);
  if (port === null) throw blocked(url.protocol);
  if (url.username !== '' || url.password !== '') throw blocked('credentials');
  const isExempt = isFree || isAllowed(guard.allow, url);
  if (!isExempt && !guard.limits.ports.includes(port)) throw blocked(`port ${port}`);

  const isOpen = isExempt ? () => true : isPublic;
  const addresses = await addressesOf(url.hostname, guard.resolve);
  const closed = addresses.find(({ address }) => !isOpen(address));
  if (closed) throw blocked(closed.address);
  if (addresses.length === 0) throw new NoAnswer('unreachable', 'no address');
  return { addresses, isOpen };
}

/** Numeric hosts, however they are written, are canonical once a URL has read them. */
async function addressesOf(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const name = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(name);
  return family === 0 ? resolve(name) : [{ address: name, family }];
}
