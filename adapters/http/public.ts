/** Is an address part of the public internet? All else is the network that the bot itself stands in. */
import { isValid, parseCIDR, process as parse } from 'ipaddr.js';
import type { IPv6 } from 'ipaddr.js';

/** Of IPv6 nothing else has been handed out: https://www.iana.org/assignments/ipv6-address-space */
const [globalUnicast, length] = parseCIDR('2000::/3') as [IPv6, number];

/** An IPv4 address that is mapped into IPv6 counts as what it is. What is no address is not public. */
export function isPublic(address: string): boolean {
  if (!isValid(address)) return false;
  const ip = parse(address);
  if (ip.range() !== 'unicast') return false;
  return ip.kind() === 'ipv4' || (ip as IPv6).match(globalUnicast, length);
}
