/** Is an address part of the public internet? All else is the network that the bot itself stands in. */
import ipaddr from 'ipaddr.js';

/** Of IPv6 nothing else has been handed out: https://www.iana.org/assignments/ipv6-address-space */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** An IPv4 address that is mapped into IPv6 counts as what it is. What is no address is not public. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return ip.range() === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(globalUnicast));
}
