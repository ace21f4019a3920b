/** Where slides live on the web, as data. */

export interface SlideHost {
  readonly host: RegExp;
  /** What the path of a deck looks like; `user` is who uploaded it, where the address says so. */
  readonly deck: RegExp;
  /** Address of that user's page. */
  readonly profile?: (user: string) => string;
}

const USER = String.raw`(?<user>[\w.-]+)`;

const path = (shape: string): RegExp => new RegExp(`^${shape}`, 'i');

/** Longer shapes first: the first that fits is taken. */
export const SLIDE_HOSTS: readonly SlideHost[] = [
  { host: /(^|\.)slideshare\.net$/, deck: path('/slideshow/') },
  {
    host: /(^|\.)slideshare\.net$/,
    deck: path(`/(?!slideshow/|mobile/|search/|upload)${USER}/[^/]`),
    profile: (user) => `https://www.slideshare.net/${user}`,
  },
  { host: /^speakerdeck\.com$/, deck: path('/(?:player|embed)/') },
  {
    host: /^speakerdeck\.com$/,
    deck: path(`/(?:u/)?(?!p/|c/|features|search)${USER}/(?:p/)?[^/]`),
    profile: (user) => `https://speakerdeck.com/${user}`,
  },
  { host: /^docs\.google\.com$/, deck: path('/(?:a/[^/]+/)?presentation/') },
  { host: /(^|\.)docswell\.com$/, deck: path('/slide/') },
  {
    host: /(^|\.)docswell\.com$/,
    deck: path(`/s/${USER}/[^/]`),
    profile: (user) => `https://www.docswell.com/user/${user}`,
  },
  {
    host: /^(slides\.com|slid\.es)$/,
    deck: path(`/${USER}/[^/]`),
    profile: (user) => `https://slides.com/${user}`,
  },
  { host: /^noti\.st$/, deck: path(`/${USER}/[^/]`), profile: (user) => `https://noti.st/${user}` },
  { host: /^slide\.rabbit-shocker\.org$/, deck: path(`/authors/${USER}/[^/]`) },
  { host: /(^|\.)prezi\.com$/, deck: path('/(?:p/|view/)?[^/]{8,}') },
  { host: /^gitpitch\.com$/, deck: path('/[^/]+/[^/]') },
  { host: /^(go-talks\.appspot\.com|talks\.godoc\.org|talks\.golang\.org)$/, deck: path('/.+') },
  { host: /^(www\.)?slideship\.com$/, deck: path('/.+') },
  { host: /^(sssslide\.com|pitch\.com|swipe\.to)$/, deck: path('/.+/.+') },
  { host: /^hackmd\.io$/, deck: path('/(?:@[^/]+/)?p/') },
  { host: /^(www\.)?figma\.com$/, deck: path('/(?:slides|deck)/') },
  { host: /^(www\.)?canva\.com$/, deck: path('/design/') },
  { host: /^(www\.)?icloud\.com$/, deck: path('/keynote/') },
];

/** A path on any other host that is most likely a deck: `/slides/x`, `x.pptx`. */
export const DECK_PATH = /\/(?:slides?|presentations?)\/+[^/]|\.(?:pptx?|key|odp)$/i;

/** Address of a deck by the id that an embed carries. */
export const EMBEDS: Readonly<Record<string, (id: string) => string>> = {
  speakerdeck: (id) => `https://speakerdeck.com/${id.includes('/') ? id : `player/${id}`}`,
  slideshare: (id) =>
    `https://www.slideshare.net/${id.includes('/') ? id : `slideshow/embed_code/${/^\d+$/.test(id) ? '' : 'key/'}${id}`}`,
  docswell: (id) => `https://www.docswell.com/${id.includes('/') ? id : `slide/${id}/embed`}`,
  googleslides: (id) => `https://docs.google.com/presentation/d/${id}`,
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  gist: (id) => `https://gist.github.com/${id}`,
};
