/** The domains whose links Slack is to tell the bot about, so that it can unfurl them. */
import { isIP } from 'node:net';
import { manifestLimits } from '../limits.ts';

/** As Slack's manifest wants them: lower case, each once, with a dot, and neither an address nor this machine. */
export function unfurlDomains(pages: readonly string[]): string[] {
  const hosts = pages.filter((page) => URL.canParse(page)).map((page) => new URL(page).hostname);
  return [...new Set(hosts.filter(isDomain))].slice(0, manifestLimits.unfurlDomains);
}

const isDomain = (host: string): boolean =>
  /^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]*[a-z0-9]$/.test(host) && isIP(host) === 0 && !host.endsWith('.localhost');
