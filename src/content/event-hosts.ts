/** Where meetups announce their events, as data. */

const HOSTS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)connpass\.com$/, path: /^\/event\/\d+/ },
  { host: /(?:^|\.)doorkeeper\.jp$/, path: /^\/events\/\d+/ },
  { host: /^(?:www\.)?meetup\.com$/, path: /^\/(?:[\w-]+\/)?[^/]+\/events\/\w+/ },
  { host: /^(?:www\.)?atnd\.org$/, path: /^\/(?:events?|e)\/\w+/ },
  { host: /(?:^|\.)techplay\.jp$/, path: /^\/event\/\d+/ },
  { host: /(?:^|\.)peatix\.com$/, path: /^\/(?:event\/\d+|view)?/ },
  { host: /(?:^|\.)zusaar\.com$/, path: /^\/event\/\w+/ },
  { host: /^(?:www\.)?partake\.in$/, path: /^\/events\/\w+/ },
  { host: /^(?:www\.)?kokucheese\.com$/, path: /^\/event\/index\/\d+/ },
  { host: /^(?:www\.)?(?:lu\.ma|luma\.com)$/, path: /^\/[\w-]+/ },
  { host: /^(?:www\.)?eventbrite\.[a-z.]+$/, path: /^\/e\// },
  {
    host: /^(?:eventdots|dots\.jp|eventregist|everevo|event\.shoeisha|supporterzcolab|tech-plus|teket)(?:\.[a-z]+)*$/,
    path: /^\/.+/,
  },
  { host: /^(?:www\.)?facebook\.com$/, path: /^\/events\/\d+/ },
  { host: /^(?:ti\.to|pretix\.eu|sessionize\.com)$/, path: /^\/[\w-]+\/[\w-]+/ },
];

/** Is this the page of one event (and not of a group, or of its presentations)? */
export function isEventPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return HOSTS.some(({ host, path }) => host.test(hostname) && path.test(pathname));
}
