/** What a page says of itself to programs: to feed readers and calendars, to what shows a link, to what searches the web. */
import { html, raw } from 'hono/html';
import { plainly } from '../../src/view/safe.ts';
import type { Framed, Html } from './layout.ts';
import type { Visit } from './visit.ts';

type About = Omit<Framed, 'main'> & {
  /** The community's. */
  readonly name: string;
};

interface FeedLink {
  readonly path: string;
  readonly label: string;
  /** `name`: the community's. */
  readonly titleOf: (name: string) => string;
}

const atom = 'application/atom+xml';

/** The feeds that one can subscribe to. */
export const feedsOf = ({ words, hasDigests }: Visit): readonly FeedLink[] => [
  { path: '/feed.xml', label: words.web.feed, titleOf: (name) => name },
  ...(hasDigests
    ? [{ path: '/digests.xml', label: words.web.digest.feed, titleOf: words.web.digest.of }]
    : []),
];

/** The elements of a page's head that nobody sees. */
export function aboutPage(
  { title, name, description, canonical, calendars = [], data }: About,
  visit: Visit,
): Html {
  const { site, url, path } = visit;
  return html`${description ? html`<meta name="description" content="${description}" />` : ''}
    ${canonical ? html`<link rel="canonical" href="${canonical}" />` : ''}
    ${feedsOf(visit).map(
      ({ path: to, titleOf }) =>
        html`<link rel="alternate" type="${atom}" title="${titleOf(name)}" href="${site.root}${to}" />`,
    )}
    ${calendars.map(
      (each) => html`<link rel="alternate" type="text/calendar" title="${each.title}" href="${each.url}" />`,
    )}
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${name}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:url" content="${canonical ?? url(path)}" />
    ${description ? html`<meta property="og:description" content="${description}" />` : ''}
    ${
      data
        ? html`<script type="application/ld+json">
            ${raw(json(data))}
          </script>`
        : ''
    }`;
}

/** JSON whose texts can not end the element that it stands in. Browsers run no such script, so our policy lets it be. */
const json = (data: object): string =>
  JSON.stringify(data, (_name, value: unknown) =>
    typeof value === 'string' ? plainly(value) : value,
  ).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
